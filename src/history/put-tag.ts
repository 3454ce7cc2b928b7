import { merge, type Tag } from './tag.ts'
import type { Change } from './transactions.ts'

/**
 * Writes a tag beside what is known of its picture.
 * @returns `left`: the picture is known from this time or a later one; what the person did counts even then
 */
export async function putTag(stores: Change, tag: Tag): Promise<'added' | 'replaced' | 'left'> {
  const { thumbnail, embedding, ...facts } = tag
  const known = await stores.objectStore('tags').get(tag.id)
  // One after the other: a put that throws at once would leave the promises of the others unheard.
  await stores.objectStore('tags').put(known ? merge(known, facts) : facts)
  if (known && known.seenAt >= tag.seenAt) return 'left'
  await stores.objectStore('thumbnails').put(thumbnail, tag.id)
  await stores.objectStore('embeddings').put(embedding, tag.id)
  return known ? 'replaced' : 'added'
}
