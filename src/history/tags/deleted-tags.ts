import { changeHistory, readHistory, type WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import { merge, type TagMetadata } from '../tag.ts'
import { announce } from '../watch-history.ts'
import { forEachBatch } from './for-each-batch.ts'

/**
 * Deletes tags. `restoreTags` can bring them back until `purgeTags` removes them for good. Ignores unknown ids.
 * @param onProgress receives the number of ids processed so far
 * @throws HistoryError; some of the tags may already be deleted
 */
export function deleteTags(ids: readonly string[], onProgress?: (done: number) => void): Promise<void> {
  const work = async (batch: string[]) => {
    await changeHistory(transaction => moveToDeleted(transaction, batch))
    announce({ type: 'deleted', ids: batch })
  }
  return forEachBatch(ids, work, onProgress)
}

/**
 * Restores deleted tags. If a picture has been seen again since, the newer provenance wins.
 * @throws HistoryError; some of the tags may already be restored
 */
export function restoreTags(ids: readonly string[], onProgress?: (done: number) => void): Promise<void> {
  const work = async (batch: string[]) => {
    await changeHistory(transaction => moveBack(transaction, batch))
    announce({ type: 'saved', ids: batch })
  }
  return forEachBatch(ids, work, onProgress)
}

/**
 * Removes deleted tags for good.
 * @throws HistoryError; the rest stay until the history is next trimmed
 */
export function purgeTags(ids: readonly string[]): Promise<void> {
  return forEachBatch(ids, batch => changeHistory(transaction => purge(transaction, batch)))
}

/**
 * Removes for good all tags that were deleted at least `ageMs` ago.
 * @throws HistoryError
 */
export async function purgeOlderThan(ageMs: number): Promise<void> {
  const before = IDBKeyRange.upperBound(Date.now() - ageMs)
  await purgeTags(await readHistory(database => database.getAllKeysFromIndex('deleted', 'deletedAt', before)))
}

/** Leaves pictures and embeddings in place, so that thousands of tags can be deleted and restored in a moment. */
async function moveToDeleted(transaction: WriteTransaction, ids: string[]): Promise<void> {
  const deletedAt = Date.now()
  // Without duplicates: each tag must be counted once.
  const known = await Promise.all([...new Set(ids)].map(id => transaction.objectStore('tags').get(id)))
  for (const metadata of known) {
    if (!metadata) continue
    await transaction.objectStore('deleted').put({ ...metadata, deletedAt })
    await transaction.objectStore('tags').delete(metadata.id)
  }
  await updateCounts(transaction, known)
}

async function moveBack(transaction: WriteTransaction, ids: string[]): Promise<void> {
  const before: TagMetadata[] = []
  const after: TagMetadata[] = []
  for (const deleted of await Promise.all(ids.map(id => transaction.objectStore('deleted').get(id)))) {
    if (!deleted) continue
    const { deletedAt: _, ...metadata } = deleted
    const known = await transaction.objectStore('tags').get(metadata.id)
    const restored = known ? merge(metadata, known) : metadata
    await transaction.objectStore('tags').put(restored)
    await transaction.objectStore('deleted').delete(metadata.id)
    if (known) before.push(known)
    after.push(restored)
  }
  await updateCounts(transaction, before, after)
}

async function purge(transaction: WriteTransaction, ids: string[]): Promise<void> {
  for (const id of ids) {
    await transaction.objectStore('deleted').delete(id)
    // The picture may have been seen again since.
    if ((await transaction.objectStore('tags').count(id)) === 0) await removeMedia(transaction, id)
  }
}

/** Removes a tag's picture and embedding, unless a deleted tag of the same picture can still be restored. */
export async function removeMedia(transaction: WriteTransaction, id: string): Promise<void> {
  if ((await transaction.objectStore('deleted').count(id)) > 0) return
  await transaction.objectStore('thumbnails').delete(id)
  await transaction.objectStore('embeddings').delete(id)
}
