import type { Garment } from '../apparel/classes.ts'
import type { TagFacts } from './tag.ts'
import type { Change } from './transactions.ts'

/** How many tags there are of each class; none of those that are left out. */
export type GarmentCounts = Partial<Record<Garment, number>>

export function countOf(counts: GarmentCounts, garment: Garment): number {
  return counts[garment] ?? 0
}

/**
 * Keeps the counts to what a transaction does with tags, in that transaction: to count 50,000 anew takes the browser 400 ms,
 * in which it reads nothing else, at each opening of the popup and each time that the history is trimmed.
 * @param gone tags as they were; undefined counts for nothing, as in the list below
 * @param come the same or other tags as they are now
 */
export async function recount(
  stores: Change,
  gone: readonly (Pick<TagFacts, 'garment'> | undefined)[],
  come: readonly (Pick<TagFacts, 'garment'> | undefined)[] = [],
): Promise<void> {
  const changes = new Map<Garment, number>()
  const add = (list: typeof gone, sign: 1 | -1) => {
    for (const tag of list) if (tag) changes.set(tag.garment, (changes.get(tag.garment) ?? 0) + sign)
  }
  add(gone, -1)
  add(come, 1)
  if ([...changes.values()].every(change => change === 0)) return
  const store = stores.objectStore('counts')
  const counts = (await store.get('garments')) ?? {}
  for (const [garment, change] of changes) {
    counts[garment] = countOf(counts, garment) + change
    if (counts[garment] === 0) delete counts[garment]
  }
  await store.put(counts, 'garments')
}
