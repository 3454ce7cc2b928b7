import { BATCH } from '../batches.ts'
import { recount } from '../counts.ts'
import { removeMedia } from '../deleted-tags.ts'
import type { TagFacts } from '../tag.ts'
import { type Change, change } from '../transactions.ts'
import { announce } from '../watch-history.ts'

/** A tag that an import has written. */
export interface Written {
  id: string
  /** What was known of it; its picture is the same in any case. */
  before: TagFacts | undefined
}

/**
 * Makes the history as it was before an import.
 * @throws HistoryError; then some of the import may be left
 */
export async function undo(written: readonly Written[]): Promise<void> {
  for (let start = 0; start < written.length; start += BATCH) {
    const batch = written.slice(start, start + BATCH)
    await change(stores => takeOut(stores, batch))
    announce({ type: 'deleted', ids: batch.map(({ id }) => id) })
  }
}

async function takeOut(stores: Change, batch: Written[]): Promise<void> {
  const now = await Promise.all(batch.map(({ id }) => stores.objectStore('tags').get(id)))
  for (const { id, before } of batch) {
    if (before) await stores.objectStore('tags').put(before)
    else {
      await stores.objectStore('tags').delete(id)
      await removeMedia(stores, id)
    }
  }
  const before = batch.map(({ before }) => before)
  await recount(stores, now, before)
}
