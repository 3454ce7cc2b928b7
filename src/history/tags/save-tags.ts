import { changeHistory, type WriteTransaction } from '../database/transactions.ts'
import { recordSaveFailure } from '../save-failure.ts'
import { seeAgain, type Tag } from '../tag.ts'
import { announce } from '../watch-history.ts'
import { forEachBatch } from './for-each-batch.ts'
import { putTags } from './put-tags.ts'
import { timeSightings } from './sighting-times.ts'

/**
 * Saves a tag of a picture that was just seen. A known picture takes over the new page, time and prediction, but stays
 * `asked` if the user has asked about it, and stays a favourite.
 * @throws HistoryError; nothing has changed then, and `lastSaveFailure` reports the failure on every page
 */
export function saveTag(tag: Tag): Promise<void> {
  return saveTags([tag])
}

/**
 * Saves all tags or none, in one transaction, which costs about as much as saving a single tag.
 * @param tags no two of the same picture, in the order in which they were seen
 * @throws HistoryError, as `saveTag` does
 */
export async function saveTags(tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return
  let movedIds: string[]
  try {
    movedIds = await changeHistory(async transaction => {
      const { timed, movedIds } = await timeSightings(transaction, tags)
      await putTags(transaction, timed, seeAgain, true)
      return movedIds
    })
    recordSaveFailure(undefined)
  } catch (error) {
    recordSaveFailure(error)
    throw error
  }
  announce({ type: 'saved', ids: [...new Set([...tags.map(({ id }) => id), ...movedIds])] })
}

/**
 * Marks tags as favourites, which retention never deletes, or removes the mark. Ignores unknown ids.
 * @throws HistoryError
 */
export function setFavourite(ids: readonly string[], isFavourite: boolean): Promise<void> {
  return forEachBatch(ids, async batch => {
    await changeHistory(async transaction => {
      for (const id of batch) await markFavourite(transaction, id, isFavourite)
    })
    announce({ type: 'saved', ids: batch })
  })
}

async function markFavourite(transaction: WriteTransaction, id: string, isFavourite: boolean): Promise<void> {
  const known = await transaction.objectStore('tags').get(id)
  if (!known) return
  const { favouriteSince = Date.now(), ...metadata } = known
  await transaction.objectStore('tags').put(isFavourite ? { ...metadata, favouriteSince } : metadata)
}
