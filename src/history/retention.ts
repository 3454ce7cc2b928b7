import { changeHistory, readHistory, type WriteTransaction } from './database/transactions.ts'
import { updateCounts } from './database/update-counts.ts'
import type { TagMetadata } from './tag.ts'
import { purgeLeftovers, removeMedia } from './tags/deleted-tags.ts'
import { countTags } from './tags/read-tags.ts'
import { dateBack, hasFutureTags } from './tags/sighting-times.ts'
import { announce } from './watch-history.ts'

/**
 * Tags per transaction. Deleting one takes 1.6 ms, and while a full history makes room for a shop's pictures, a popup that the user
 * opens waits for the current transaction.
 */
const BATCH_SIZE = 100

/**
 * Deletes the oldest automatic tags until at most `limit` tags, or no automatic ones, are left. Favourites and tags that
 * the user asked for always stay, however many there are. What is oldest follows from the order of the sightings, not from the
 * clock. Also purges deleted tags that can no longer be restored.
 * @returns how many tags it deleted; they cannot be restored
 * @throws HistoryError
 */
export async function trimHistory(limit: number): Promise<number> {
  await purgeLeftovers()
  if (await readHistory(database => hasFutureTags(database.transaction('tags'), Date.now()))) {
    const movedIds = await changeHistory(transaction => dateBack(transaction, Date.now()))
    announce({ type: 'saved', ids: movedIds })
  }
  let removed = 0
  for (;;) {
    const excess = (await countTags()) - limit
    const ids =
      excess > 0 ? await changeHistory(transaction => removeOldest(transaction, Math.min(excess, BATCH_SIZE))) : []
    if (ids.length === 0) return removed
    announce({ type: 'deleted', ids })
    removed += ids.length
  }
}

/**
 * Counts the tags that `trimHistory` would delete.
 * @throws HistoryError
 */
export async function countExcess(limit: number): Promise<number> {
  const count = await countTags()
  // Return early: counting the protected tags takes longer the more there are.
  if (count <= limit) return 0
  const protectedCount = await readHistory(async database => {
    const tags = database.transaction('tags').store
    const [asked, favourites] = await Promise.all([
      tags.index('by').count(keysOf('asked')),
      tags.index('favouriteSince').getAll(),
    ])
    return asked + favourites.filter(({ by }) => by === 'auto').length
  })
  return Math.min(count - limit, count - protectedCount)
}

async function removeOldest(transaction: WriteTransaction, count: number): Promise<string[]> {
  const tags = transaction.objectStore('tags')
  const favourites = await tags.index('favouriteSince').count()
  const oldest = await tags.index('by').getAll(keysOf('auto'), count + favourites + 1)
  const removable = oldest.filter(({ favouriteSince }) => favouriteSince === undefined)
  const removed = removable.slice(0, count)
  // In parallel: one after another, the removals would block a concurrent save for a second.
  await Promise.all(removed.map(({ id }) => Promise.all([tags.delete(id), removeMedia(transaction, id)])))
  await updateCounts(transaction, removed)
  const [first, next] = [removable[0], removable[count] ?? removable.at(-1)]
  if (first && next) await sweepIndex(transaction, first, next)
  return removed.map(({ id }) => id)
}

/**
 * Passes over the index entries of removed tags, up to the next one. Chromium leaves the entries of deleted and replaced records
 * in an index until a writing transaction passes over them. `removeOldest` reads `by` from its beginning, but nothing else reads the
 * old end of `seenAt`, and a full history would grow by 180 bytes with each new tag.
 */
async function sweepIndex(transaction: WriteTransaction, first: TagMetadata, next: TagMetadata): Promise<void> {
  const range = IDBKeyRange.bound([first.seenAt, first.id], [next.seenAt, next.id])
  await transaction.objectStore('tags').index('seenAt').getAllKeys(range)
}

/** The range of `by` index keys with this value. */
function keysOf(by: TagMetadata['by']): IDBKeyRange {
  return IDBKeyRange.bound([by], [by, []])
}
