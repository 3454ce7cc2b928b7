import { changeHistory } from '../database/transactions.ts'
import { HistoryError } from '../history-error.ts'
import type { Tag } from '../tag.ts'
import { isNewer, putTags } from '../tags/put-tags.ts'
import { announce } from '../watch-history.ts'
import { parseTags } from './parse-tags.ts'
import { undoImport, type WrittenTag } from './undo-import.ts'

export interface ImportOptions {
  /** Cancels the import, which then rejects with the signal's reason. */
  signal?: AbortSignal
  /** Called now and then with the share that is done, 0..1. */
  onProgress?(share: number): void
}

/** What happened to the tags of an import. */
export interface ImportResult {
  /** Tags that were new. */
  added: number
  /** Known tags that were older than the imported ones. */
  replaced: number
  /** Known tags of the same time or newer, which stay as they were. */
  skipped: number
  /**
   * Restores the history to its state before the import.
   * @throws HistoryError; some of the imported tags may remain
   */
  undo(): Promise<void>
}

/** About 20 ms of work. */
const WRITE_BATCH_SIZE = 100

/** Writes the tags of a validated file, one transaction per batch. If one fails, removes everything again. */
export async function writeTags(file: Blob, { signal, onProgress }: ImportOptions): Promise<ImportResult> {
  // Refuse at once rather than fill up a disk that cannot hold the import.
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate()
  if (usage + file.size > quota) throw new HistoryError('full')
  const written: WrittenTag[] = []
  const result: ImportResult = { added: 0, replaced: 0, skipped: 0, undo: () => undoImport(written) }
  try {
    // Each transaction takes a while to begin and commit, and a chunk of the file holds only a few tags.
    let pending: Tag[] = []
    for await (const { tags, read } of parseTags(file)) {
      signal?.throwIfAborted()
      pending.push(...tags)
      if (pending.length < WRITE_BATCH_SIZE) continue
      await writeBatch(pending, result, written)
      pending = []
      onProgress?.(read / file.size)
    }
    await writeBatch(pending, result, written)
    onProgress?.(1)
    return result
  } catch (error) {
    // If undoing fails too, the first error is still the one that explains why.
    await undoImport(written).catch(() => {})
    throw error
  }
}

async function writeBatch(tags: Tag[], result: ImportResult, written: WrittenTag[]): Promise<void> {
  if (tags.length === 0) return
  const known = await changeHistory(stores => putTags(stores, tags))
  for (const [i, tag] of tags.entries()) {
    const before = known[i]
    result[before === undefined ? 'added' : isNewer(tag, before) ? 'replaced' : 'skipped']++
    written.push({ id: tag.id, before })
  }
  announce({ type: 'saved', ids: tags.map(({ id }) => id) })
}
