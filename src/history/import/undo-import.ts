import { changeHistory, type WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import type { TagMetadata } from '../tag.ts'
import { removeMedia } from '../tags/deleted-tags.ts'
import { BATCH_SIZE } from '../tags/for-each-batch.ts'
import { announce } from '../watch-history.ts'

/** A tag that an import has written. */
export interface WrittenTag {
  id: string
  /** Its metadata before the import; undefined if it was new. The picture of a known tag is the same either way. */
  before: TagMetadata | undefined
}

/**
 * Restores the history to its state before an import.
 * @throws HistoryError; some of the imported tags may remain
 */
export async function undoImport(written: readonly WrittenTag[]): Promise<void> {
  for (let start = 0; start < written.length; start += BATCH_SIZE) {
    const batch = written.slice(start, start + BATCH_SIZE)
    await changeHistory(transaction => revert(transaction, batch))
    announce({ type: 'deleted', ids: batch.map(({ id }) => id) })
  }
}

async function revert(transaction: WriteTransaction, batch: WrittenTag[]): Promise<void> {
  const imported = await Promise.all(batch.map(({ id }) => transaction.objectStore('tags').get(id)))
  for (const { id, before } of batch) {
    if (before) await transaction.objectStore('tags').put(before)
    else {
      await transaction.objectStore('tags').delete(id)
      await removeMedia(transaction, id)
    }
  }
  const restored = batch.map(({ before }) => before)
  await updateCounts(transaction, imported, restored)
}
