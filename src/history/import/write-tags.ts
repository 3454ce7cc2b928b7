import { changeHistory } from '../database/transactions.ts'
import { HistoryError } from '../history-error.ts'
import { recordSaveFailure } from '../save-failure.ts'
import { mergeImported, type Tag } from '../tag.ts'
import { putTags } from '../tags/put-tags.ts'
import { announce } from '../watch-history.ts'
import type { Origin } from './check-tag.ts'
import { FileHeader } from './file-header.ts'
import { ImportRemains } from './import-error.ts'
import { latestPossibleTime, toPast } from './imported-times.ts'
import { parseTags } from './parse-tags.ts'
import { undoImport, type WrittenTag, writtenTag } from './undo-import.ts'

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
  /** Known tags that took over the imported page and time, because these are later. */
  replaced: number
  /** Known tags of the same time or a later one, which keep their page and time. */
  skipped: number
  /**
   * Takes back what the import has changed, but nothing that has changed since.
   * @throws HistoryError; some of the imported tags may remain
   */
  undo(): Promise<void>
}

/** About 20 ms of work. */
const WRITE_BATCH_SIZE = 100

/**
 * Writes the tags of a validated file, one transaction per batch. If one fails, removes everything again. Imports run one at
 * a time: one that is undone must not remove what another has just found there.
 * @param origin what the file says about its tags
 */
export function writeTags(file: Blob, origin: Origin, options: ImportOptions): Promise<ImportResult> {
  return navigator.locks.request('history-import', () => writeAll(file, origin, options))
}

async function writeAll(file: Blob, origin: Origin, { signal, onProgress }: ImportOptions): Promise<ImportResult> {
  // Refuse at once rather than fill up a disk that cannot hold the import.
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate()
  if (usage + file.size > quota) throw new HistoryError('full')
  const latest = await latestPossibleTime()
  const written: WrittenTag[] = []
  const result: ImportResult = { added: 0, replaced: 0, skipped: 0, undo: () => undoImport(written) }
  try {
    // Each transaction takes a while to begin and commit, and a chunk of the file holds only a few tags.
    let pending: Tag[] = []
    for await (const { tags, read } of parseTags(file, new FileHeader(origin))) {
      signal?.throwIfAborted()
      pending.push(...tags)
      if (pending.length < WRITE_BATCH_SIZE) continue
      await writeBatch(pending, latest, result, written)
      pending = []
      onProgress?.(read / file.size)
    }
    await writeBatch(pending, latest, result, written)
    onProgress?.(1)
    return result
  } catch (error) {
    // Other pages will fail too, and must know why.
    if (error instanceof HistoryError) recordSaveFailure(error)
    await undoImport(written).catch(() => {
      throw new ImportRemains(result.added + result.replaced, error)
    })
    throw error
  }
}

async function writeBatch(tags: Tag[], latest: number, result: ImportResult, written: WrittenTag[]): Promise<void> {
  if (tags.length === 0) return
  const undated = new Set(tags.filter(({ seenAt }) => seenAt > latest).map(({ id }) => id))
  const past = tags.map(tag => toPast(tag, latest))
  const put = await changeHistory(transaction =>
    putTags(transaction, past, (known, tag) => mergeImported(known, tag, !undated.has(tag.id)), false),
  )
  for (const one of put) {
    const isReplaced = one.before && one.before.seenAt !== one.after.seenAt
    result[one.before === undefined ? 'added' : isReplaced ? 'replaced' : 'skipped']++
    const change = writtenTag(one)
    if (change) written.push(change)
  }
  announce({ type: 'saved', ids: tags.map(({ id }) => id) })
}
