import { changeHistory, readHistory, type WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import { seeAgain, type TagMetadata } from '../tag.ts'
import { announce } from '../watch-history.ts'
import { forEachBatch } from './for-each-batch.ts'
import { holdUndo, unlessUndoIsHeld } from './undo-lock.ts'

/** A deletion that can be undone until it is made final, or the context that made it ends. */
export interface Deletion {
  /**
   * Restores the tags that this deletion removed and nobody has removed again since. If a picture has been seen since, the
   * later sighting wins.
   * @throws HistoryError; some of the tags may already be restored
   */
  undo(): Promise<void>
  /**
   * Removes the tags of this deletion for good.
   * @throws HistoryError; the rest stay until the history is next trimmed
   */
  finish(): Promise<void>
}

/**
 * Deletes tags. Ignores unknown ids.
 * @param onProgress receives the number of ids processed so far
 * @throws HistoryError; no tag is deleted then, unless they cannot even be restored
 */
export async function deleteTags(ids: readonly string[], onProgress?: (done: number) => void): Promise<Deletion> {
  const release = await holdUndo()
  // A tag may be deleted, seen and deleted again: each deletion undoes its own part only.
  const deletion = crypto.randomUUID()
  const remove = async (batch: string[]) => {
    await changeHistory(transaction => moveToDeleted(transaction, batch, deletion))
    announce({ type: 'deleted', ids: batch })
  }
  const restore = async (batch: string[]) => {
    await changeHistory(transaction => moveBack(transaction, batch, deletion))
    announce({ type: 'saved', ids: batch })
  }
  const purgeOwn = (batch: string[]) => changeHistory(transaction => purge(transaction, batch, deletion))
  const handled = (work: (batch: string[]) => Promise<void>) => forEachBatch(ids, work).finally(release)
  try {
    await forEachBatch(ids, remove, onProgress)
  } catch (error) {
    await handled(restore).catch(() => {})
    throw error
  }
  return { undo: () => handled(restore), finish: () => handled(purgeOwn) }
}

/**
 * Removes for good what was deleted by contexts that ended without doing so themselves. Does nothing while any context can
 * undo a deletion.
 * @throws HistoryError
 */
export function purgeLeftovers(): Promise<void> {
  return unlessUndoIsHeld(async () => {
    const ids = await readHistory(database => database.getAllKeys('deleted'))
    await forEachBatch(ids, batch => changeHistory(transaction => purge(transaction, batch)))
  })
}

/** Leaves pictures and embeddings in place, so that thousands of tags can be deleted and restored in a moment. */
async function moveToDeleted(transaction: WriteTransaction, ids: string[], deletion: string): Promise<void> {
  // Without duplicates: each tag must be counted once.
  const known = await Promise.all([...new Set(ids)].map(id => transaction.objectStore('tags').get(id)))
  for (const metadata of known) {
    if (!metadata) continue
    await transaction.objectStore('deleted').put({ ...metadata, deletion })
    await transaction.objectStore('tags').delete(metadata.id)
  }
  await updateCounts(transaction, known)
}

async function moveBack(transaction: WriteTransaction, ids: string[], own: string): Promise<void> {
  const before: TagMetadata[] = []
  const after: TagMetadata[] = []
  for (const deleted of await Promise.all(ids.map(id => transaction.objectStore('deleted').get(id)))) {
    if (deleted?.deletion !== own) continue
    const { deletion: _, ...metadata } = deleted
    const known = await transaction.objectStore('tags').get(metadata.id)
    const restored = known ? seeAgain(metadata, known) : metadata
    await transaction.objectStore('tags').put(restored)
    await transaction.objectStore('deleted').delete(metadata.id)
    if (known) before.push(known)
    after.push(restored)
  }
  await updateCounts(transaction, before, after)
}

/** @param own removes only what this deletion has deleted */
async function purge(transaction: WriteTransaction, ids: string[], own?: string): Promise<void> {
  for (const id of ids) {
    if (own !== undefined && (await transaction.objectStore('deleted').get(id))?.deletion !== own) continue
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
