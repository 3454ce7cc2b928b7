import type { WriteTransaction } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import { sanitiseProvenance } from '../sanitise-provenance.ts'
import type { Tag, TagMetadata } from '../tag.ts'

/** A tag's metadata before and after a write. */
export interface PutTag {
  /** Undefined if the tag is new. */
  before: TagMetadata | undefined
  after: TagMetadata
}

/**
 * Writes tags, without secrets in their addresses, and merges them with what is already stored for their pictures.
 * @param tags no two of the same picture
 * @param merge returns the known tag itself if nothing is to change
 * @param replacesMedia whether pictures and embeddings of known tags are replaced too
 */
export async function putTags(
  transaction: WriteTransaction,
  tags: readonly Tag[],
  merge: (known: TagMetadata, incoming: TagMetadata) => TagMetadata,
  replacesMedia: boolean,
): Promise<PutTag[]> {
  const known = await Promise.all(tags.map(({ id }) => transaction.objectStore('tags').get(id)))
  const put: PutTag[] = []
  const writes: Promise<unknown>[] = []
  try {
    for (const [i, tag] of tags.entries()) {
      const { thumbnail, embedding, ...metadata } = sanitiseProvenance(tag)
      const before = known[i]
      const after = before ? merge(before, metadata) : metadata
      put.push({ before, after })
      if (after !== before) writes.push(transaction.objectStore('tags').put(after))
      if (before && !replacesMedia) continue
      writes.push(transaction.objectStore('thumbnails').put(thumbnail, metadata.id))
      writes.push(transaction.objectStore('embeddings').put(embedding, metadata.id))
    }
    const after = put.map(({ after }) => after)
    writes.push(updateCounts(transaction, known, after))
    await Promise.all(writes)
    return put
  } catch (error) {
    // Rethrow the first error at once, since a transaction left alone commits what it has. Silence the other rejections.
    for (const write of writes) write.catch(() => {})
    throw error
  }
}
