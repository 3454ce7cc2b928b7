import { classes } from '../../apparel/classes.ts'
import { kindsOfClass } from '../../apparel/kinds.ts'
import type { Entry } from './entry.ts'

/** Sort orders. Ties are broken newest first. */
export const sorts = ['newest', 'oldest', 'surest', 'least-sure', 'garment', 'site'] as const
export type Sort = (typeof sorts)[number]

/** Comparator for `Array.prototype.sort`. Breaks ties by id, so that the order is deterministic. */
export function newestFirst(one: Entry, other: Entry): number {
  return other.seenAt - one.seenAt || (one.id < other.id ? 1 : -1)
}

/** A class, then its kinds. A kind named like its class follows the tags without a kind. */
const labels = classes.flatMap(name => [name, ...kindsOfClass[name]])

/** More positions than any history has tags. */
const POSITION_COUNT = 2 ** 21

/**
 * Sorts entries.
 * @param newest all entries, newest first
 */
export function inOrder(newest: readonly Entry[], sort: Sort): Entry[] {
  const rank = rankBy(newest, sort)
  // Numbers sort many times faster than objects. Each key combines the rank with the position in `newest`.
  const keys = Float64Array.from(newest, (entry, position) => rank(entry, position) * POSITION_COUNT + position).sort()
  return Array.from(keys, key => newest[key % POSITION_COUNT] as Entry)
}

/** Returns the sort rank of an entry: an integer from 0 up to 2³². */
function rankBy(newest: readonly Entry[], sort: Sort): (entry: Entry, position: number) => number {
  switch (sort) {
    case 'newest':
      return () => 0
    case 'oldest':
      return (_, position) => newest.length - position
    case 'surest':
      return ({ confidence }) => Math.round((1 - confidence) * 1e9)
    case 'least-sure':
      return ({ confidence }) => Math.round(confidence * 1e9)
    case 'garment':
      return rankIn(labels, ({ garment, kind }) => kind ?? garment)
    case 'site':
      // Sorts by code unit: `localeCompare` takes a hundred times as long, and hosts are ASCII.
      return rankIn([...new Set(newest.map(({ site }) => site))].sort(), ({ site }) => site)
  }
}

function rankIn(order: readonly string[], of: (entry: Entry) => string): (entry: Entry) => number {
  const ranks = new Map(order.map((name, i) => [name, i]))
  return entry => ranks.get(of(entry)) ?? order.length
}
