import { inBatches } from './batches.ts'
import { recount } from './counts.ts'
import { merge, type TagFacts } from './tag.ts'
import { type Change, change, read } from './transactions.ts'
import { announce } from './watch-history.ts'

/**
 * Deletes tags, so that `restoreTags` can bring them back until `emptyBin`. Those that are not there are left out.
 * @param onProgress hears how many are done
 * @throws HistoryError; then some may be deleted
 */
export function deleteTags(ids: readonly string[], onProgress?: (done: number) => void): Promise<void> {
  const work = async (batch: string[]) => {
    await change(stores => moveToBin(stores, batch))
    announce({ type: 'deleted', ids: batch })
  }
  return inBatches(ids, work, onProgress)
}

/**
 * Puts deleted tags back as they were. Where a picture has been seen again since, the newer provenance counts.
 * @throws HistoryError; then some may be restored
 */
export function restoreTags(ids: readonly string[], onProgress?: (done: number) => void): Promise<void> {
  const work = async (batch: string[]) => {
    await change(stores => moveBack(stores, batch))
    announce({ type: 'kept', ids: batch })
  }
  return inBatches(ids, work, onProgress)
}

/**
 * Lets go of deleted tags for good.
 * @throws HistoryError; then some may still be there, until the history is trimmed
 */
export function forgetTags(ids: readonly string[]): Promise<void> {
  return inBatches(ids, batch => change(stores => forget(stores, batch)))
}

/**
 * Lets go of all that was deleted so many milliseconds ago or more.
 * @throws HistoryError
 */
export async function forgetOlder(age: number): Promise<void> {
  const before = IDBKeyRange.upperBound(Date.now() - age)
  await forgetTags(await read(database => database.getAllKeysFromIndex('deleted', 'deletedAt', before)))
}

/** Pictures and embeddings stay where they are, so that thousands of tags are deleted and restored in a moment. */
async function moveToBin(stores: Change, ids: string[]): Promise<void> {
  const deletedAt = Date.now()
  // Each once, as each is counted once.
  const known = await Promise.all([...new Set(ids)].map(id => stores.objectStore('tags').get(id)))
  for (const facts of known) {
    if (!facts) continue
    await stores.objectStore('deleted').put({ ...facts, deletedAt })
    await stores.objectStore('tags').delete(facts.id)
  }
  await recount(stores, known)
}

async function moveBack(stores: Change, ids: string[]): Promise<void> {
  const gone: TagFacts[] = []
  const come: TagFacts[] = []
  for (const deleted of await Promise.all(ids.map(id => stores.objectStore('deleted').get(id)))) {
    if (!deleted) continue
    const { deletedAt: _, ...facts } = deleted
    const known = await stores.objectStore('tags').get(facts.id)
    const restored = known ? merge(facts, known) : facts
    await stores.objectStore('tags').put(restored)
    await stores.objectStore('deleted').delete(facts.id)
    if (known) gone.push(known)
    come.push(restored)
  }
  await recount(stores, gone, come)
}

async function forget(stores: Change, ids: string[]): Promise<void> {
  for (const id of ids) {
    await stores.objectStore('deleted').delete(id)
    // The picture may have been seen again.
    if ((await stores.objectStore('tags').count(id)) === 0) await removeMedia(stores, id)
  }
}

/** Removes what a tag has besides its facts, unless a deleted tag of the same picture could still be restored. */
export async function removeMedia(stores: Change, id: string): Promise<void> {
  if ((await stores.objectStore('deleted').count(id)) > 0) return
  await stores.objectStore('thumbnails').delete(id)
  await stores.objectStore('embeddings').delete(id)
}
