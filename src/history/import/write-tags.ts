import { HistoryError } from '../history-error.ts'
import { isNewer, putTags } from '../put-tags.ts'
import type { Tag } from '../tag.ts'
import { change } from '../transactions.ts'
import { announce } from '../watch-history.ts'
import { tagsOfFile } from './tags-of-file.ts'
import { undo, type Written } from './undo.ts'

export interface ImportOptions {
  /** Ends it; then it rejects with the signal's reason. */
  signal?: AbortSignal
  /** Hears from time to time how much is done, 0..1. */
  onProgress?(share: number): void
}

/** What became of the tags of an import. */
export interface ImportResult {
  /** Tags that were not there. */
  added: number
  /** Tags of known pictures that were seen again since. */
  replaced: number
  /** Tags that were there, from the same time or a later one. */
  left: number
  /**
   * Makes the history as it was before.
   * @throws HistoryError; then some of the import may be left
   */
  undo(): Promise<void>
}

/** Tags written at a time: some 20 ms of work. */
const PART = 100

/** Writes the tags of a file that was found right, a part in each transaction; where one fails, takes all out again. */
export async function writeTags(file: Blob, { signal, onProgress }: ImportOptions): Promise<ImportResult> {
  // So that a disk that cannot hold it is not filled to the brim first.
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate()
  if (usage + file.size > quota) throw new HistoryError('full')
  const written: Written[] = []
  const result: ImportResult = { added: 0, replaced: 0, left: 0, undo: () => undo(written) }
  try {
    // A transaction takes a while to begin and to end, and a piece of a file has a few tags.
    let waiting: Tag[] = []
    for await (const { tags, read } of tagsOfFile(file)) {
      signal?.throwIfAborted()
      waiting.push(...tags)
      if (waiting.length < PART) continue
      await writePart(waiting, result, written)
      waiting = []
      onProgress?.(read / file.size)
    }
    await writePart(waiting, result, written)
    onProgress?.(1)
    return result
  } catch (error) {
    // Should that fail too, the first error is still the one that says why.
    await undo(written).catch(() => {})
    throw error
  }
}

async function writePart(tags: Tag[], result: ImportResult, written: Written[]): Promise<void> {
  if (tags.length === 0) return
  const known = await change(stores => putTags(stores, tags))
  for (const [i, tag] of tags.entries()) {
    const before = known[i]
    result[before === undefined ? 'added' : isNewer(tag, before) ? 'replaced' : 'left']++
    written.push({ id: tag.id, before })
  }
  announce({ type: 'kept', ids: tags.map(({ id }) => id) })
}
