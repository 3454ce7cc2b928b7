import { type Labels, shownGarment } from '../labels.ts'
import { countOf, kindEntry } from './label-counts.ts'
import type { WriteTransaction } from './transactions.ts'

/** Tags before or after a change. Undefined ones count for nothing. */
type Counted = readonly (Labels | undefined)[]

/**
 * Updates the stored counts within the transaction that changes the tags. Counting 50,000 tags from scratch takes the
 * browser 400 ms, blocks all other reads meanwhile, and would happen each time the popup opens or the history is trimmed.
 * @param before tags before the change
 * @param after the same or other tags after the change
 */
export async function updateCounts(transaction: WriteTransaction, before: Counted, after: Counted = []): Promise<void> {
  await Promise.all([
    updateRecord(transaction, 'garments', differencesOf(before, after, shownGarment)),
    updateRecord(transaction, 'kinds', differencesOf(before, after, kindEntry)),
  ])
}

function differencesOf(before: Counted, after: Counted, entryOf: (tag: Labels) => string | undefined) {
  const differences = new Map<string, number>()
  const add = (tags: Counted, sign: 1 | -1) => {
    for (const tag of tags) {
      const entry = tag && entryOf(tag)
      if (entry !== undefined) differences.set(entry, (differences.get(entry) ?? 0) + sign)
    }
  }
  add(before, -1)
  add(after, 1)
  return differences
}

async function updateRecord(
  transaction: WriteTransaction,
  key: 'garments' | 'kinds',
  differences: ReadonlyMap<string, number>,
): Promise<void> {
  if ([...differences.values()].every(difference => difference === 0)) return
  const store = transaction.objectStore('counts')
  const counts = (await store.get(key)) ?? {}
  for (const [entry, difference] of differences) {
    counts[entry] = countOf(counts, entry) + difference
    if (counts[entry] === 0) delete counts[entry]
  }
  await store.put(counts, key)
}
