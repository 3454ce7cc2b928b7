import { WorkerClient } from '../../async/worker-client.ts'
import { deleteTags, forgetTags } from '../../history/deleted-tags.ts'
import { HistoryError, type HistoryTrouble } from '../../history/history-error.ts'
import { noteTrouble } from '../../history/keeping-trouble.ts'
import type { Tag } from '../../history/tag.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { IdleBatcher } from './idle-batcher.ts'
import { scheduleTrim } from './schedule-trim.ts'
import type { Portrait, Portrayed, Sketch, TaggerTask } from './tagger-messages.ts'

/** Portraits and tags that wait at most, two a picture: the pixels of 100 pictures are 15 MB. */
const MOST = 200
/** Milliseconds for which they wait at most: a page of 100 is answered meanwhile, and a browser that crashes loses no more. */
const PATIENCE = 2000
/** Milliseconds without a tag after which the worker is closed. */
const CLOSE_AFTER = 10_000
/** Tasks after which the next goes to a fresh one, two for up to 100 pictures. */
const RENEW_AFTER = 8

/** A tag without its portrait. */
export type BareTag = Omit<Tag, keyof Portrait>

type Task =
  | { sketch: Sketch; done(portrait: Portrait | undefined): void }
  | { tag: BareTag; portrait: Promise<Portrait | undefined> }

/** Makes and keeps tags in a worker, when the host has nothing more urgent to do: badges come before the history. */
export class Tagger {
  #line = new WorkerClient<TaggerTask, HistoryTrouble>({
    open: () => new Worker(new URL('./tagger-worker.ts', import.meta.url), { type: 'module' }),
    toError: trouble => new HistoryError(trouble),
    closeAfter: CLOSE_AFTER,
    renewAfter: RENEW_AFTER,
  })
  readonly #tasks: IdleBatcher<Task>
  /** When all of the history was erased; milliseconds since 1970. */
  #erasedAt = 0
  readonly #recycle: (pixels: Uint8Array) => void

  /**
   * @param isBusy whether anything more urgent is to be done
   * @param recycle takes pixels that are needed no more
   */
  constructor(isBusy: () => boolean, recycle: (pixels: Uint8Array) => void) {
    this.#recycle = recycle
    this.#tasks = new IdleBatcher(tasks => this.#work(tasks), { most: MOST, patience: PATIENCE, isBusy })
    const forEver = new AbortController().signal
    watchHistory(({ type }) => {
      if (type === 'erased') this.#erasedAt = Date.now()
    }, forEver)
  }

  /** Makes and keeps at once what waits. */
  flush(): Promise<void> {
    return this.#tasks.flush()
  }

  /** Whether anything is still to be made or kept. */
  get isBusy(): boolean {
    return this.#tasks.isOpen
  }

  /**
   * Takes the sketch's pixels over.
   * @returns undefined where the picture cannot be encoded: then it is answered but not kept
   */
  portray(sketch: Sketch): Promise<Portrait | undefined> {
    return new Promise(done => this.#tasks.add({ sketch, done }))
  }

  /** A full disk must not cost the person the answer: every page is told of it. */
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
    // What waited while the history was erased is erased, too.
    await this.#keepAll(tags.filter(tag => tag !== undefined).filter(tag => this.#isAfterErasure(tag)))
  }

  #isAfterErasure({ seenAt }: Tag): boolean {
    return seenAt > this.#erasedAt
  }

  async #portrayAll(sketches: Sketch[]): Promise<(Portrait | undefined)[]> {
    const buffers = sketches.map(({ pixels }) => pixels.buffer as ArrayBuffer)
    try {
      const { portraits, pixels } = await this.#line.ask<Portrayed>({ type: 'portray', sketches }, buffers)
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
      await this.#line.ask({ type: 'keep', tags })
      noteTrouble(undefined)
      // The history may have been erased while the worker was at it.
      await removeForGood(tags.filter(tag => !this.#isAfterErasure(tag)))
    } catch (error) {
      noteTrouble(error)
      console.warn('A tag could not be kept.', error)
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
