import type { IDBPTransaction } from 'idb'
import { type ApparelClass, classes } from '../../apparel/classes.ts'
import { readLastValues } from '../database/bulk-reads.ts'
import { byShownKind, countOf, type LabelCounts } from '../database/label-counts.ts'
import type { HistorySchema } from '../database/schema.ts'
import { readHistory } from '../database/transactions.ts'
import { toBytes, toDataUrl } from '../media/thumbnail.ts'
import type { ListedTag, Tag, TagMetadata } from '../tag.ts'

interface PageRequest {
  /** The maximum number of tags, 1 or more. */
  limit: number
  /** The last tag of the previous page; omitted for the first page. */
  before?: Pick<TagMetadata, 'seenAt' | 'id'> | undefined
}

/**
 * Reads a page of tags, newest first. The page is shorter than `limit` where the history ends.
 * @throws HistoryError
 */
export function newestTags(request: PageRequest): Promise<ListedTag[]> {
  return readHistory(database => newestIn(database.transaction(['tags', 'thumbnails']), request))
}

interface Overview {
  /** Newest first. */
  newest: ListedTag[]
  /** How many tags there are of each class. What has none is missing here, as below. */
  garments: Map<ApparelClass, number>
  /** How many there are of each kind, as people see kinds. */
  kinds: Map<string, number>
}

/**
 * Reads what a page shows of an unfiltered history at first, at one moment and in one transaction.
 * @param limit the maximum number of tags
 * @throws HistoryError
 */
export function readOverview(limit: number): Promise<Overview> {
  return readHistory(async database => {
    const transaction = database.transaction(['tags', 'thumbnails', 'counts'])
    const counts = transaction.objectStore('counts')
    const [newest, garments, kinds] = await Promise.all([
      newestIn(transaction, { limit }),
      counts.get('garments'),
      counts.get('kinds'),
    ])
    return { newest, garments: byClass(garments), kinds: byShownKind(kinds ?? {}) }
  })
}

async function newestIn(transaction: ListTransaction, { limit, before }: PageRequest): Promise<ListedTag[]> {
  const range = before && IDBKeyRange.upperBound([before.seenAt, before.id], true)
  const index = transaction.objectStore('tags').index('seenAt')
  const inOneRequest = await readLastValues(index, range, limit)
  if (inOneRequest) return withPictures(transaction, inOneRequest)
  const metadata: TagMetadata[] = []
  let cursor = await index.openCursor(range, 'prev')
  while (cursor && metadata.length < limit) {
    metadata.push(cursor.value)
    cursor = await cursor.continue()
  }
  return withPictures(transaction, metadata)
}

/**
 * Reads the tags with the given ids, in that order, for example those of the rows on screen. Skips unknown ids.
 * @throws HistoryError
 */
export function readTags(ids: readonly string[]): Promise<ListedTag[]> {
  return readHistory(async database => {
    const transaction = database.transaction(['tags', 'thumbnails'])
    const metadata = await Promise.all(ids.map(id => transaction.objectStore('tags').get(id)))
    return withPictures(
      transaction,
      metadata.filter(found => found !== undefined),
    )
  })
}

type ListTransaction = IDBPTransaction<HistorySchema, ('tags' | 'thumbnails' | 'counts')[]>

/** Uses the transaction that read the metadata: a second one would cost another round trip to the database. */
async function withPictures(transaction: ListTransaction, metadata: TagMetadata[]): Promise<ListedTag[]> {
  const stored = await Promise.all(metadata.map(({ id }) => transaction.objectStore('thumbnails').get(id)))
  const thumbnails = await Promise.all(stored.map(thumbnail => thumbnail && toBytes(thumbnail)))
  return metadata.flatMap((one, i) => {
    const thumbnail = thumbnails[i]
    return thumbnail ? [{ ...one, picture: toDataUrl(thumbnail) }] : []
  })
}

/**
 * Reads a whole tag; undefined if there is none with this id.
 * @throws HistoryError
 */
export function readTag(id: string): Promise<Tag | undefined> {
  return readHistory(async database => {
    const transaction = database.transaction(['tags', 'thumbnails', 'embeddings'])
    const [metadata, thumbnail, embedding] = await Promise.all([
      transaction.objectStore('tags').get(id),
      transaction.objectStore('thumbnails').get(id),
      transaction.objectStore('embeddings').get(id),
    ])
    return metadata && thumbnail && embedding
      ? { ...metadata, thumbnail: await toBytes(thumbnail), embedding }
      : undefined
  })
}

/**
 * Counts all tags.
 * @throws HistoryError
 */
export async function countTags(): Promise<number> {
  const counts = await readHistory(database => database.get('counts', 'garments'))
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
}

function byClass(counts: LabelCounts = {}): Map<ApparelClass, number> {
  return new Map(classes.flatMap(name => (name in counts ? [[name, countOf(counts, name)]] : [])))
}
