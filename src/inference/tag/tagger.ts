import { WorkerClient } from '../../async/worker-client.ts'
import { deleteTags, forgetTags } from '../../history/deleted-tags.ts'
import { HistoryError, type HistoryTrouble } from '../../history/history-error.ts'
import { noteTrouble } from '../../history/keeping-trouble.ts'
import type { Tag } from '../../history/tag.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { IdleBatcher } from './idle-batcher.ts'
import { scheduleTrim } from './schedule-trim.ts'
import type { Portrait, Portrayed, Sketch, TaggerTask } from './tagger-messages.ts'

/** Maximum number of waiting tasks, two per picture: the pixels of 100 pictures take 15 MB. */
const MAX_TASK_COUNT = 200
/** Maximum wait for a task. A page of 100 pictures is answered in this time; a browser crash loses no more than it. */
const MAX_WAIT_MS = 2000
/** Idle time after which the worker is closed. */
const CLOSE_AFTER_MS = 10_000
/** Number of tasks, two per batch of up to 100 pictures, after which a fresh worker takes over. */
const RENEW_AFTER_COUNT = 8

/** A tag without its portrait. */
export type BareTag = Omit<Tag, keyof Portrait>

type Task =
  | { sketch: Sketch; done(portrait: Portrait | undefined): void }
  | { tag: BareTag; portrait: Promise<Portrait | undefined> }

/** Makes and stores tags in a worker while the host has nothing more urgent to do: badges take precedence. */
export class Tagger {
  #worker = new WorkerClient<TaggerTask, HistoryTrouble>({
    open: () => new Worker(new URL('./tagger-worker.ts', import.meta.url), { type: 'module' }),
    toError: trouble => new HistoryError(trouble),
    closeAfterMs: CLOSE_AFTER_MS,
    renewAfterCount: RENEW_AFTER_COUNT,
  })
  readonly #tasks: IdleBatcher<Task>
  /** When the whole history was last erased, milliseconds since 1970. */
  #erasedAt = 0
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
    const forEver = new AbortController().signal
    watchHistory(({ type }) => {
      if (type === 'erased') this.#erasedAt = Date.now()
    }, forEver)
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
   * Takes ownership of the sketch's pixels.
   * @returns undefined if the picture cannot be encoded; then it is answered but not stored
   */
  portray(sketch: Sketch): Promise<Portrait | undefined> {
    return new Promise(done => this.#tasks.add({ sketch, done }))
  }

  /** Stores a tag later. A full disk does not affect the answer; every page shows a warning instead. */
  keep(tag: BareTag, portrait: Promise<Portrait | undefined>): void {
    this.#tasks.add({ tag, portrait })
  }

  async #work(tasks: Task[]): Promise<void> {
    const portraits = tasks.filter(task => 'sketch' in task)
    const sketches = portraits.map(({ sketch }) => sketch)
    const made = sketches.length > 0 ? await this.#portrayAll(sketches) : []
    portraits.forEach(({ done }, i) => {
      done(made[i])
    })
    const tags = await Promise.all(tasks.filter(task => 'tag' in task).map(finish))
    // Tags that were waiting when the history was erased are dropped.
    await this.#keepAll(tags.filter(tag => tag !== undefined).filter(tag => this.#isAfterErasure(tag)))
  }

  #isAfterErasure({ seenAt }: Tag): boolean {
    return seenAt > this.#erasedAt
  }

  async #portrayAll(sketches: Sketch[]): Promise<(Portrait | undefined)[]> {
    const buffers = sketches.map(({ pixels }) => pixels.buffer as ArrayBuffer)
    try {
      const { portraits, pixels } = await this.#worker.ask<Portrayed>({ type: 'portray', sketches }, buffers)
      pixels.forEach(this.#recycle)
      return portraits
    } catch (error) {
      console.warn('Thumbnails could not be made.', error)
      return []
    }
  }

  async #keepAll(tags: Tag[]): Promise<void> {
    if (tags.length === 0) return
    try {
      await this.#worker.ask({ type: 'keep', tags })
      noteTrouble(undefined)
      // The history may have been erased while the worker was storing.
      await removeForGood(tags.filter(tag => !this.#isAfterErasure(tag)))
    } catch (error) {
      noteTrouble(error)
      console.warn('A tag could not be stored.', error)
    }
    scheduleTrim()
  }
}

async function removeForGood(tags: Tag[]): Promise<void> {
  if (tags.length === 0) return
  const ids = tags.map(({ id }) => id)
  await deleteTags(ids)
  await forgetTags(ids)
}

async function finish({ tag, portrait }: { tag: BareTag; portrait: Promise<Portrait | undefined> }) {
  const made = await portrait
  return made && { ...tag, ...made }
}
