import { HistoryError, type HistoryTrouble } from '../history/history-error.ts'
import { noteTrouble } from '../history/keeping-trouble.ts'
import type { Tag } from '../history/tag.ts'
import { WorkerLine } from '../platform/worker-line.ts'
import type { Portrait, TaggerTask } from './tagger-messages.ts'
import { trimSoon } from './trim-soon.ts'

/** Makes and keeps tags in a worker. */
export class Tagger {
  #started: WorkerLine<TaggerTask, HistoryTrouble> | undefined

  /** Started by the first garment: until then its start would only hold up the network's. */
  get #line(): WorkerLine<TaggerTask, HistoryTrouble> {
    this.#started ??= new WorkerLine(
      new Worker(new URL('./tagger-worker.ts', import.meta.url), { type: 'module' }),
      trouble => new HistoryError(trouble),
    )
    return this.#started
  }

  /**
   * @param map 49 numbers of 0..1, row by row: where the picture speaks for the garment
   * @returns undefined where the picture cannot be encoded: then it is answered but not kept
   */
  portray(pixels: ImageData, map: number[] | undefined): Promise<Portrait | undefined> {
    return this.#line.ask<Portrait>({ type: 'portray', pixels, map }).catch(error => {
      console.warn('The thumbnail could not be made.', error)
      return undefined
    })
  }

  /** Never rejects: a full disk must not cost the person the answer, and every page is told of it. */
  async keep(tag: Tag): Promise<void> {
    try {
      await this.#line.ask({ type: 'keep', tag })
      noteTrouble(undefined)
      trimSoon()
    } catch (error) {
      noteTrouble(error)
      console.warn('The tag could not be kept.', error)
    }
  }
}
