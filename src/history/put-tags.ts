import { recount } from './counts.ts'
import { merge, type Tag, type TagFacts } from './tag.ts'
import type { Change } from './transactions.ts'

/**
 * Writes tags beside what is known of their pictures; no two may be of the same. A picture that is known from this time or
 * a later one stays as it is, but what the person did with either counts.
 * @returns what was known of each, undefined of those that are new
 */
export async function putTags(stores: Change, tags: readonly Tag[]): Promise<(TagFacts | undefined)[]> {
  const known = await Promise.all(tags.map(({ id }) => stores.objectStore('tags').get(id)))
  const now: TagFacts[] = []
  const writes: Promise<unknown>[] = []
  try {
    for (const [i, { thumbnail, embedding, ...facts }] of tags.entries()) {
      const before = known[i]
      const merged = before ? merge(before, facts) : facts
      now.push(merged)
      if (!isSame(before, merged)) writes.push(stores.objectStore('tags').put(merged))
      if (before && !isNewer(facts, before)) continue
      writes.push(stores.objectStore('thumbnails').put(thumbnail, facts.id))
      writes.push(stores.objectStore('embeddings').put(embedding, facts.id))
    }
    writes.push(recount(stores, known, now))
    await Promise.all(writes)
    return known
  } catch (error) {
    // The first has said why. At once, since a transaction that is left alone commits what it has.
    for (const write of writes) write.catch(() => {})
    throw error
  }
}

/** Whether a provenance takes the place of a known one. */
export function isNewer(met: TagFacts, known: TagFacts): boolean {
  return met.seenAt > known.seenAt
}

/** Whether merging has changed nothing. */
function isSame(before: TagFacts | undefined, merged: TagFacts): boolean {
  const isSighting = before?.seenAt === merged.seenAt
  return isSighting && before?.by === merged.by && before?.favouriteSince === merged.favouriteSince
}
