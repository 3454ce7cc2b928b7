import type { IDBPTransaction } from 'idb'
import { type Garment, garments } from '../apparel/classes.ts'
import { countOf } from './counts.ts'
import type { HistorySchema } from './database.ts'
import { lastValues } from './records.ts'
import type { ListedTag, Tag, TagFacts } from './tag.ts'
import { toAddress, toBytes } from './thumbnail.ts'
import { read } from './transactions.ts'

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
export function newestTags({ limit, before }: Page): Promise<ListedTag[]> {
  return read(async database => {
    const range = before && IDBKeyRange.upperBound([before.seenAt, before.id], true)
    const stores = database.transaction(['tags', 'thumbnails'])
    const index = stores.objectStore('tags').index('seenAt')
    const atOnce = await lastValues(index, range, limit)
    if (atOnce) return listed(stores, atOnce)
    const facts: TagFacts[] = []
    let cursor = await index.openCursor(range, 'prev')
    while (cursor && facts.length < limit) {
      facts.push(cursor.value)
      cursor = await cursor.continue()
    }
    return listed(stores, facts)
  })
}

/**
 * Some tags in the order of their ids, as for the rows of a list that are on screen. Those that are not there are left out.
 * @throws HistoryError
 */
export function readTags(ids: readonly string[]): Promise<ListedTag[]> {
  return read(async database => {
    const stores = database.transaction(['tags', 'thumbnails'])
    const facts = await Promise.all(ids.map(id => stores.objectStore('tags').get(id)))
    return listed(
      stores,
      facts.filter(found => found !== undefined),
    )
  })
}

type Listing = IDBPTransaction<HistorySchema, ('tags' | 'thumbnails')[]>

/** In the transaction that has read the facts: another would be one more round to the database and back. */
async function listed(stores: Listing, facts: TagFacts[]): Promise<ListedTag[]> {
  const stored = await Promise.all(facts.map(({ id }) => stores.objectStore('thumbnails').get(id)))
  const thumbnails = await Promise.all(stored.map(thumbnail => thumbnail && toBytes(thumbnail)))
  return facts.flatMap((one, i) => {
    const thumbnail = thumbnails[i]
    return thumbnail ? [{ ...one, picture: toAddress(thumbnail) }] : []
  })
}

/**
 * All of one tag; undefined where it is not there.
 * @throws HistoryError
 */
export function readTag(id: string): Promise<Tag | undefined> {
  return read(async database => {
    const stores = database.transaction(['tags', 'thumbnails', 'embeddings'])
    const [facts, thumbnail, embedding] = await Promise.all([
      stores.objectStore('tags').get(id),
      stores.objectStore('thumbnails').get(id),
      stores.objectStore('embeddings').get(id),
    ])
    return facts && thumbnail && embedding ? { ...facts, thumbnail: await toBytes(thumbnail), embedding } : undefined
  })
}

/**
 * How many tags there are.
 * @throws HistoryError
 */
export async function countTags(): Promise<number> {
  return [...(await countByGarment()).values()].reduce((sum, count) => sum + count, 0)
}

/**
 * How many tags there are of each class of which there are any.
 * @throws HistoryError
 */
export function countByGarment(): Promise<Map<Garment, number>> {
  return read(async database => {
    const counts = (await database.get('counts', 'garments')) ?? {}
    return new Map(garments.flatMap(garment => (garment in counts ? [[garment, countOf(counts, garment)]] : [])))
  })
}
