import { inBatches } from './batches.ts'
import { clip } from './clip.ts'
import { noteTrouble } from './keeping-trouble.ts'
import { putTags } from './put-tags.ts'
import type { Tag } from './tag.ts'
import { type Change, change } from './transactions.ts'
import { announce } from './watch-history.ts'

/**
 * Keeps a tag. A picture that is already known takes over the new page, time and prediction, but one that a person has
 * asked about stays `asked`, and a favourite stays one.
 * @throws HistoryError; then nothing has changed, and `keepingTrouble` tells it to every page
 */
export function keepTag(tag: Tag): Promise<void> {
  return keepTags([tag])
}

/**
 * Keeps tags, all or none, in one transaction, which costs about as much as one tag does.
 * @param tags no two of the same picture
 * @throws HistoryError as `keepTag`
 */
export async function keepTags(tags: readonly Tag[]): Promise<void> {
  try {
    await change(stores => putTags(stores, tags.map(clip)))
    noteTrouble(undefined)
  } catch (error) {
    noteTrouble(error)
    throw error
  }
  announce({ type: 'kept', ids: tags.map(({ id }) => id) })
}

/**
 * Makes tags favourites, which no retention deletes, or makes them none. Those that are not there are left out.
 * @throws HistoryError
 */
export function setFavourite(ids: readonly string[], isFavourite: boolean): Promise<void> {
  return inBatches(ids, async batch => {
    await change(async stores => {
      for (const id of batch) await markFavourite(stores, id, isFavourite)
    })
    announce({ type: 'kept', ids: batch })
  })
}

async function markFavourite(stores: Change, id: string, isFavourite: boolean): Promise<void> {
  const known = await stores.objectStore('tags').get(id)
  if (!known) return
  const { favouriteSince = Date.now(), ...facts } = known
  await stores.objectStore('tags').put(isFavourite ? { ...facts, favouriteSince } : facts)
}
