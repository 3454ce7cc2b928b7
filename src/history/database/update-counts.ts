import type { Garment } from '../../apparel/classes.ts'
import type { TagMetadata } from '../tag.ts'
import { countOf } from './garment-counts.ts'
import type { WriteTransaction } from './transactions.ts'

/**
 * Updates the stored counts within the transaction that changes the tags. Counting 50,000 tags from scratch takes the
 * browser 400 ms, blocks all other reads meanwhile, and would happen each time the popup opens or the history is trimmed.
 * @param before tags before the change; undefined entries count for nothing, here and in `after`
 * @param after the same or other tags after the change
 */
export async function updateCounts(
  transaction: WriteTransaction,
  before: readonly (Pick<TagMetadata, 'garment'> | undefined)[],
  after: readonly (Pick<TagMetadata, 'garment'> | undefined)[] = [],
): Promise<void> {
  const differences = new Map<Garment, number>()
  const add = (tags: typeof before, sign: 1 | -1) => {
    for (const tag of tags) if (tag) differences.set(tag.garment, (differences.get(tag.garment) ?? 0) + sign)
  }
  add(before, -1)
  add(after, 1)
  if ([...differences.values()].every(difference => difference === 0)) return
  const store = transaction.objectStore('counts')
  const counts = (await store.get('garments')) ?? {}
  for (const [garment, difference] of differences) {
    counts[garment] = countOf(counts, garment) + difference
    if (counts[garment] === 0) delete counts[garment]
  }
  await store.put(counts, 'garments')
}
