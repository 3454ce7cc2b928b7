import { keysAfter, readRecords } from '../database/bulk-reads.ts'
import type { HistoryDatabase, HistorySchema } from '../database/schema.ts'
import { readHistory } from '../database/transactions.ts'
import { toBytes } from '../media/thumbnail.ts'
import type { Tag, TagMetadata } from '../tag.ts'

/** About 10 ms of work. */
const BATCH_SIZE = 250
/** For more ids than this, reading all tags and filtering them is faster than looking each one up. */
const MAX_LOOKUPS = 2000

/**
 * Reads the metadata of all tags, oldest first, or of the given ones.
 * @throws HistoryError
 */
export function metadataBatches(ids?: readonly string[]): AsyncGenerator<TagMetadata[]> {
  const next = (database: HistoryDatabase, last?: TagMetadata) =>
    database.getAllFromIndex('tags', 'seenAt', keysAfter(last && [last.seenAt, last.id]), BATCH_SIZE)
  return readBatches(ids, next, async (_, metadata) => metadata)
}

/**
 * Reads all tags with their pictures and embeddings, in id order, or the given ones. Skips tags whose picture or embedding
 * is missing.
 * @throws HistoryError
 */
export function tagBatches(ids?: readonly string[]): AsyncGenerator<Tag[]> {
  return readBatches(ids, nextById, async (database, metadata) => {
    const embeddings = await mediaOf(database, 'embeddings', metadata)
    return (await withPictures(database, metadata)).flatMap(tag => {
      const embedding = embeddings.get(tag.id)
      return embedding ? [{ ...tag, embedding }] : []
    })
  })
}

/** A tag without its embedding. */
export type TagWithPicture = Omit<Tag, 'embedding'>

/**
 * Reads tags as `tagBatches` does, but without embeddings.
 * @throws HistoryError
 */
export function pictureBatches(ids?: readonly string[]): AsyncGenerator<TagWithPicture[]> {
  return readBatches(ids, nextById, withPictures)
}

/**
 * @param readNext reads the batch of metadata after `last`, or the first batch
 * @param complete turns metadata into the items to return
 */
async function* readBatches<Item>(
  ids: readonly string[] | undefined,
  readNext: (database: HistoryDatabase, last?: TagMetadata) => Promise<TagMetadata[]>,
  complete: (database: HistoryDatabase, metadata: TagMetadata[]) => Promise<Item[]>,
): AsyncGenerator<Item[]> {
  if (ids && ids.length <= MAX_LOOKUPS) {
    for (let start = 0; start < ids.length; start += BATCH_SIZE) {
      const batch = ids.slice(start, start + BATCH_SIZE)
      yield readHistory(async database => complete(database, await metadataOf(database, batch)))
    }
    return
  }
  const wanted = ids && new Set(ids)
  const batchAfter = (last?: TagMetadata) =>
    readHistory(async database => {
      const metadata = await readNext(database, last)
      const batch = await complete(database, wanted ? metadata.filter(({ id }) => wanted.has(id)) : metadata)
      return { batch, last: metadata.at(-1) }
    })
  let { batch, last } = await batchAfter()
  while (last) {
    // The database reads the next batch while the caller processes this one.
    const next = batchAfter(last)
    next.catch(() => {})
    yield batch
    ;({ batch, last } = await next)
  }
}

async function metadataOf(database: HistoryDatabase, ids: readonly string[]): Promise<TagMetadata[]> {
  const { store } = database.transaction('tags')
  const metadata = await Promise.all(ids.map(id => store.get(id)))
  return metadata.filter(found => found !== undefined)
}

function nextById(database: HistoryDatabase, last?: TagMetadata): Promise<TagMetadata[]> {
  return database.getAll('tags', keysAfter(last?.id), BATCH_SIZE)
}

async function withPictures(database: HistoryDatabase, metadata: TagMetadata[]): Promise<TagWithPicture[]> {
  const thumbnails = await mediaOf(database, 'thumbnails', metadata)
  const tags = metadata.map(async one => {
    const thumbnail = thumbnails.get(one.id)
    return thumbnail && { ...one, thumbnail: await toBytes(thumbnail) }
  })
  return (await Promise.all(tags)).filter(tag => tag !== undefined)
}

async function mediaOf<Name extends 'thumbnails' | 'embeddings'>(
  database: HistoryDatabase,
  name: Name,
  metadata: TagMetadata[],
): Promise<Map<string, HistorySchema[Name]['value']>> {
  const { store } = database.transaction(name)
  const ids = metadata.map(({ id }) => id)
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const isSorted = ids.length > BATCH_SIZE / 2 && ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ''))
  // One range request is much faster than many lookups, provided that it returns few records that are not wanted.
  if (isSorted) return new Map(await readRecords(store, IDBKeyRange.bound(first, last)))
  const media = await Promise.all(ids.map(id => store.get(id)))
  return new Map(media.flatMap((one, i) => (one === undefined ? [] : [[ids[i] ?? '', one]])))
}
