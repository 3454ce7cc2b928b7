import { BATCH } from './batches.ts'
import { recount } from './counts.ts'
import { forgetOlder, removeMedia } from './deleted-tags.ts'
import { countTags } from './read-tags.ts'
import type { TagFacts } from './tag.ts'
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
    const excess = (await countTags()) - limit
    const ids = excess > 0 ? await change(stores => removeOldest(stores, Math.min(excess, BATCH))) : []
    if (ids.length === 0) return removed
    announce({ type: 'deleted', ids })
    removed += ids.length
  }
}

/**
 * How many tags `trimHistory` would delete.
 * @throws HistoryError
 */
export async function excessOver(limit: number): Promise<number> {
  const count = await countTags()
  // Before those that stay are counted, which takes longer the more they are.
  if (count <= limit) return 0
  const staying = await read(async database => {
    const tags = database.transaction('tags').store
    const [asked, favourites] = await Promise.all([
      tags.index('by').count(of('asked')),
      tags.index('favouriteSince').getAll(),
    ])
    return asked + favourites.filter(({ by }) => by === 'auto').length
  })
  return Math.min(count - limit, count - staying)
}

async function removeOldest(stores: Change, count: number): Promise<string[]> {
  const tags = stores.objectStore('tags')
  const favourites = await tags.index('favouriteSince').count()
  const oldest = await tags.index('by').getAll(of('auto'), count + favourites)
  const removed = oldest.filter(({ favouriteSince }) => favouriteSince === undefined).slice(0, count)
  // All at once: one after the other they would hold up for a second whoever keeps a tag.
  await Promise.all(removed.map(({ id }) => Promise.all([tags.delete(id), removeMedia(stores, id)])))
  await recount(stores, removed)
  return removed.map(({ id }) => id)
}

/** The keys of tags that came so. */
function of(by: TagFacts['by']): IDBKeyRange {
  return IDBKeyRange.bound([by], [by, []])
}
