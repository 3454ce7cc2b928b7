import type { WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import { merge, type Tag, type TagMetadata } from '../tag.ts'

/**
 * Writes tags and merges them with what is already stored for their pictures. If the stored tag has the same time or a
 * later one, it stays as it is, except that a request or favourite mark from either tag is kept.
 * @param tags no two of the same picture
 * @returns the previously stored metadata of each tag; undefined for new ones
 */
export async function putTags(
  transaction: WriteTransaction,
  tags: readonly Tag[],
): Promise<(TagMetadata | undefined)[]> {
  const known = await Promise.all(tags.map(({ id }) => transaction.objectStore('tags').get(id)))
  const after: TagMetadata[] = []
  const writes: Promise<unknown>[] = []
  try {
    for (const [i, { thumbnail, embedding, ...metadata }] of tags.entries()) {
      const before = known[i]
      const merged = before ? merge(before, metadata) : metadata
      after.push(merged)
      if (!isUnchanged(before, merged)) writes.push(transaction.objectStore('tags').put(merged))
      if (before && !isNewer(metadata, before)) continue
      writes.push(transaction.objectStore('thumbnails').put(thumbnail, metadata.id))
      writes.push(transaction.objectStore('embeddings').put(embedding, metadata.id))
    }
    writes.push(updateCounts(transaction, known, after))
    await Promise.all(writes)
    return known
  } catch (error) {
    // Rethrow the first error at once, since a transaction left alone commits what it has. Silence the other rejections.
    for (const write of writes) write.catch(() => {})
    throw error
  }
}

/** Whether `incoming` replaces the provenance of `known`. */
export function isNewer(incoming: TagMetadata, known: TagMetadata): boolean {
  return incoming.seenAt > known.seenAt
}

/** Whether merging has changed nothing. */
function isUnchanged(before: TagMetadata | undefined, merged: TagMetadata): boolean {
  const isSameProvenance = before?.seenAt === merged.seenAt
  return isSameProvenance && before?.by === merged.by && before?.favouriteSince === merged.favouriteSince
}
