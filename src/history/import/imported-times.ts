import { readHistory } from '../database/transactions.ts'
import type { Tag } from '../tag.ts'
import { EARLIEST_NOW_MS } from '../tags/sighting-times.ts'

/**
 * The latest time at which an imported picture can have been seen, in milliseconds since 1970. That is now; but if the clock
 * is behind, the history and the extension are proof that it is later.
 * @throws HistoryError
 */
export async function latestPossibleTime(): Promise<number> {
  const cursor = await readHistory(async database => {
    const index = database.transaction('tags').store.index('seenAt')
    return index.openKeyCursor(null, 'prev')
  })
  return Math.max(Date.now(), EARLIEST_NOW_MS, cursor?.key[0] ?? 0)
}

/** Moves a tag's times from the future to the latest possible time. */
export function toPast(tag: Tag, latest: number): Tag {
  const { favouriteSince, ...rest } = tag
  return {
    ...rest,
    seenAt: Math.min(tag.seenAt, latest),
    ...(favouriteSince !== undefined && { favouriteSince: Math.min(favouriteSince, latest) }),
  }
}
