import { openHistory, type TagFacts } from './database.ts'
import { toHistoryError } from './history-error.ts'

/** A tag as a list shows it. */
export interface ListedTag extends TagFacts {
  thumbnail: Blob
}

/** Which page of the history. */
export interface Page {
  /** Tags at most, 1 or more. */
  limit: number
  /** The last tag of the page before; left out for the newest. */
  before?: Pick<TagFacts, 'seenAt' | 'id'> | undefined
}

/**
 * A page of tags, newest first; shorter than `limit` where the history ends.
 * @throws HistoryError
 */
export async function newestTags({ limit, before }: Page): Promise<ListedTag[]> {
  try {
    const stores = (await openHistory()).transaction(['tags', 'thumbnails'])
    const range = before && IDBKeyRange.upperBound([before.seenAt, before.id], true)
    const tags: ListedTag[] = []
    let cursor = await stores.objectStore('tags').index('seenAt').openCursor(range, 'prev')
    while (cursor && tags.length < limit) {
      const thumbnail = await stores.objectStore('thumbnails').get(cursor.primaryKey)
      if (thumbnail) tags.push({ ...cursor.value, thumbnail })
      cursor = await cursor.continue()
    }
    return tags
  } catch (cause) {
    throw toHistoryError(cause)
  }
}

/**
 * How many tags there are.
 * @throws HistoryError
 */
export async function countTags(): Promise<number> {
  try {
    return await (await openHistory()).count('tags')
  } catch (cause) {
    throw toHistoryError(cause)
  }
}
