import { BATCH } from './batches.ts'
import { forgetOlder, removeMedia } from './deleted-tags.ts'
import { type Change, change, read } from './transactions.ts'
import { announce } from './watch-history.ts'

/** Milliseconds after which a deletion is not undone any more, should the page that offered it have gone without a word. */
const UNDO = 60_000

/**
 * Deletes the oldest tags that came by themselves, until the history has `limit` or none of them is left: favourites and
 * what a person has asked about stay, however many they are. Lets go of what was deleted, too.
 * @returns how many it deleted; they cannot be restored
 * @throws HistoryError
 */
export async function trimHistory(limit: number): Promise<number> {
  await forgetOlder(UNDO)
  let removed = 0
  for (;;) {
    // Counted apart, since counting 50,000 takes a while and a transaction that writes holds up all others.
    const excess = (await read(database => database.count('tags'))) - limit
    const ids = excess > 0 ? await change(stores => removeOldest(stores, Math.min(excess, BATCH))) : []
    if (ids.length === 0) return removed
    announce({ type: 'deleted', ids })
    removed += ids.length
  }
}

async function removeOldest(stores: Change, count: number): Promise<string[]> {
  const tags = stores.objectStore('tags')
  const favourites = new Set(await tags.index('favouriteSince').getAllKeys())
  const auto = IDBKeyRange.bound(['auto'], ['auto', []])
  const oldest = await tags.index('by').getAllKeys(auto, count + favourites.size)
  const ids = oldest.filter(id => !favourites.has(id)).slice(0, count)
  for (const id of ids) {
    await tags.delete(id)
    await removeMedia(stores, id)
  }
  return ids
}
