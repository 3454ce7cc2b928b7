import type { HistoryDatabase, HistorySchema } from '../database.ts'
import { keysAfter, readRecords } from '../records.ts'
import type { Tag, TagFacts } from '../tag.ts'
import { toBytes } from '../thumbnail.ts'
import { read } from '../transactions.ts'

/** Tags read at a time: some 10 ms of work. */
const PART = 250
/** More tags than this are found sooner by reading all of them. */
const FEW = 2000

/**
 * The facts of all tags, oldest first; or of those with some ids.
 * @throws HistoryError
 */
export function factsInParts(ids?: readonly string[]): AsyncGenerator<TagFacts[]> {
  const next = (database: HistoryDatabase, last?: TagFacts) =>
    database.getAllFromIndex('tags', 'seenAt', keysAfter(last && [last.seenAt, last.id]), PART)
  return inParts(ids, next, async (_, facts) => facts)
}

/**
 * All tags with their pictures and embeddings, in the order of their ids; or those with some ids. One that is not whole is
 * left out.
 * @throws HistoryError
 */
export function tagsInParts(ids?: readonly string[]): AsyncGenerator<Tag[]> {
  return inParts(ids, nextById, async (database, facts) => {
    const embeddings = await mediaOf(database, 'embeddings', facts)
    return (await withPictures(database, facts)).flatMap(tag => {
      const embedding = embeddings.get(tag.id)
      return embedding ? [{ ...tag, embedding }] : []
    })
  })
}

/** A tag without its embedding. */
export type Pictured = Omit<Tag, 'embedding'>

/**
 * The same without embeddings.
 * @throws HistoryError
 */
export function picturesInParts(ids?: readonly string[]): AsyncGenerator<Pictured[]> {
  return inParts(ids, nextById, withPictures)
}

/**
 * @param next reads the facts that come after a tag's, or the first ones
 * @param complete adds to facts what is wanted of them
 */
async function* inParts<Wanted>(
  ids: readonly string[] | undefined,
  next: (database: HistoryDatabase, last?: TagFacts) => Promise<TagFacts[]>,
  complete: (database: HistoryDatabase, facts: TagFacts[]) => Promise<Wanted[]>,
): AsyncGenerator<Wanted[]> {
  if (ids && ids.length <= FEW) {
    for (let start = 0; start < ids.length; start += PART) {
      const some = ids.slice(start, start + PART)
      yield read(async database => complete(database, await someFacts(database, some)))
    }
    return
  }
  const wanted = ids && new Set(ids)
  const partAfter = (last?: TagFacts) =>
    read(async database => {
      const facts = await next(database, last)
      const part = await complete(database, wanted ? facts.filter(({ id }) => wanted.has(id)) : facts)
      return { part, last: facts.at(-1) }
    })
  let { part, last } = await partAfter()
  while (last) {
    // The database reads on while this part is used.
    const following = partAfter(last)
    following.catch(() => {})
    yield part
    ;({ part, last } = await following)
  }
}

async function someFacts(database: HistoryDatabase, ids: readonly string[]): Promise<TagFacts[]> {
  const { store } = database.transaction('tags')
  const facts = await Promise.all(ids.map(id => store.get(id)))
  return facts.filter(found => found !== undefined)
}

function nextById(database: HistoryDatabase, last?: TagFacts): Promise<TagFacts[]> {
  return database.getAll('tags', keysAfter(last?.id), PART)
}

async function withPictures(database: HistoryDatabase, facts: TagFacts[]): Promise<Pictured[]> {
  const thumbnails = await mediaOf(database, 'thumbnails', facts)
  const tags = facts.map(async one => {
    const thumbnail = thumbnails.get(one.id)
    return thumbnail && { ...one, thumbnail: await toBytes(thumbnail) }
  })
  return (await Promise.all(tags)).filter(tag => tag !== undefined)
}

async function mediaOf<Name extends 'thumbnails' | 'embeddings'>(
  database: HistoryDatabase,
  name: Name,
  facts: TagFacts[],
): Promise<Map<string, HistorySchema[Name]['value']>> {
  const { store } = database.transaction(name)
  const ids = facts.map(({ id }) => id)
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const isRun = ids.length > PART / 2 && ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ''))
  // One request for many is quicker by far, where it does not bring many that are not wanted.
  if (isRun) return new Map(await readRecords(store, IDBKeyRange.bound(first, last)))
  const media = await Promise.all(ids.map(id => store.get(id)))
  return new Map(media.flatMap((one, i) => (one === undefined ? [] : [[ids[i] ?? '', one]])))
}
