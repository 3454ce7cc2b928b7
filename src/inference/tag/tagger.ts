import { WorkerClient } from '../../async/worker-client.ts'
import { HistoryError, type HistoryTrouble } from '../../history/history-error.ts'
import { recordSaveFailure } from '../../history/save-failure.ts'
import type { Tag } from '../../history/tag.ts'
import { deleteTags } from '../../history/tags/deleted-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { IdleBatcher } from './idle-batcher.ts'
import { scheduleMaintenance } from './schedule-maintenance.ts'
import type { MadeVisuals, TaggerTask, Visuals, VisualsInput } from './tagger-messages.ts'

/** Maximum number of waiting tasks, two per picture: the pixels of 30 pictures take 5 MB, and as many may be in the worker. */
const MAX_TASK_COUNT = 60
/** Maximum wait for a task. A page of 100 pictures is answered in this time; a browser crash loses no more than it. */
const MAX_WAIT_MS = 2000
/** Idle time after which the worker is closed. */
const CLOSE_AFTER_MS = 10_000
/** Number of tasks, two per batch of up to 30 pictures, after which a fresh worker takes over. */
const RENEW_AFTER_COUNT = 26

/** A tag without its visuals. */
export type TagWithoutVisuals = Omit<Tag, keyof Visuals>

type Task =
  | { input: VisualsInput; done(visuals: Visuals | undefined): void }
  | { tag: TagWithoutVisuals; visuals: Promise<Visuals | undefined>; erasures: number }

/** Makes and stores tags in a worker while the host has nothing more urgent to do: badges take precedence. */
export class Tagger {
  #worker = new WorkerClient<TaggerTask, HistoryTrouble>({
    open: () => new Worker(new URL('./tagger-worker.ts', import.meta.url), { type: 'module' }),
    toError: trouble => new HistoryError(trouble),
    closeAfterMs: CLOSE_AFTER_MS,
    renewAfterCount: RENEW_AFTER_COUNT,
  })
  readonly #tasks: IdleBatcher<Task>
  /** How often the whole history was erased. A count, because the clock may be wrong. */
  #erasures = 0
  readonly #recycle: (pixels: Uint8Array) => void

  /**
   * @param isBusy whether the host has more urgent work
   * @param recycle receives pixel buffers that are no longer needed
   */
  constructor(isBusy: () => boolean, recycle: (pixels: Uint8Array) => void) {
    this.#recycle = recycle
    this.#tasks = new IdleBatcher(tasks => this.#work(tasks), {
      maxCount: MAX_TASK_COUNT,
      maxWaitMs: MAX_WAIT_MS,
      isBusy,
    })
    const neverAborted = new AbortController().signal
    watchHistory(({ type }) => {
      if (type === 'erased') this.#erasures++
    }, neverAborted)
  }

  /** Makes and stores all waiting tags now. */
  flush(): Promise<void> {
    return this.#tasks.flush()
  }

  /** Whether any tag is not yet made or stored. */
  get isBusy(): boolean {
    return this.#tasks.isOpen
  }

  /**
   * Makes a tag's visuals later. Takes ownership of the pixels.
   * @returns undefined if the picture cannot be encoded; then it is answered but not stored
   */
  makeVisuals(input: VisualsInput): Promise<Visuals | undefined> {
    return new Promise(done => this.#tasks.add({ input, done }))
  }

  /** Stores a tag later. A full disk does not affect the answer; every page shows a warning instead. */
  storeLater(tag: TagWithoutVisuals, visuals: Promise<Visuals | undefined>): void {
    this.#tasks.add({ tag, visuals, erasures: this.#erasures })
  }

  async #work(tasks: Task[]): Promise<void> {
    const visualsTasks = tasks.filter(task => 'input' in task)
    const inputs = visualsTasks.map(({ input }) => input)
    const made = inputs.length > 0 ? await this.#makeAllVisuals(inputs) : []
    visualsTasks.forEach(({ done }, i) => {
      done(made[i])
    })
    const finished = await Promise.all(tasks.filter(task => 'tag' in task).map(finish))
    // Tags that were waiting when the history was erased are dropped.
    const erasures = this.#erasures
    const wanted = finished.filter(task => task !== undefined && task.erasures === erasures)
    await this.#storeAll(wanted.map(task => task?.tag).filter(tag => tag !== undefined))
  }

  async #makeAllVisuals(inputs: VisualsInput[]): Promise<(Visuals | undefined)[]> {
    const buffers = inputs.map(({ pixels }) => pixels.buffer as ArrayBuffer)
    try {
      const { visuals, pixels } = await this.#worker.ask<MadeVisuals>({ type: 'make-visuals', inputs }, buffers)
      pixels.forEach(this.#recycle)
      return visuals
    } catch (error) {
      console.warn('Thumbnails could not be made.', error)
      return []
    }
  }

  async #storeAll(tags: Tag[]): Promise<void> {
    if (tags.length === 0) return
    const erasures = this.#erasures
    try {
      await this.#worker.ask({ type: 'store', tags })
      recordSaveFailure(undefined)
      // The history may have been erased while the worker was storing.
      if (erasures !== this.#erasures) await removeForGood(tags)
    } catch (error) {
      recordSaveFailure(error)
      console.warn('A tag could not be stored.', error)
    }
    scheduleMaintenance()
  }
}

async function removeForGood(tags: Tag[]): Promise<void> {
  const deletion = await deleteTags(tags.map(({ id }) => id))
  await deletion.finish()
}

async function finish({ tag, visuals, erasures }: Extract<Task, { tag: unknown }>) {
  const made = await visuals
  return made && { tag: { ...tag, ...made }, erasures }
}
