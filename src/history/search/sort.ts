import { garments } from '../../apparel/classes.ts'
import type { Entry } from './entry.ts'

/** Orders of a list. Equals are newest first. */
export const sorts = ['newest', 'oldest', 'surest', 'least-sure', 'garment', 'site'] as const
export type Sort = (typeof sorts)[number]

/** A comparison for `Array.prototype.sort`. No two tags are equal, so that no list depends on chance. */
export function newestFirst(one: Entry, other: Entry): number {
  return other.seenAt - one.seenAt || (one.id < other.id ? 1 : -1)
}

/** More than there are tags in any history. */
const PLACES = 2 ** 21

/**
 * Entries in another order.
 * @param newest them all, newest first
 */
export function inOrder(newest: readonly Entry[], sort: Sort): Entry[] {
  const rank = rankBy(newest, sort)
  // Numbers sort many times faster than objects do: the rank, and behind it the place among the newest.
  const keys = Float64Array.from(newest, (entry, place) => rank(entry, place) * PLACES + place).sort()
  return Array.from(keys, key => newest[key % PLACES] as Entry)
}

/** Whole numbers from 0 up to 2³², by which entries are sorted. */
function rankBy(newest: readonly Entry[], sort: Sort): (entry: Entry, place: number) => number {
  switch (sort) {
    case 'newest':
      return () => 0
    case 'oldest':
      return (_, place) => newest.length - place
    case 'surest':
      return ({ confidence }) => Math.round((1 - confidence) * 1e9)
    case 'least-sure':
      return ({ confidence }) => Math.round(confidence * 1e9)
    case 'garment':
      return rankIn(garments, ({ garment }) => garment)
    case 'site':
      // By code and not by `localeCompare`, which takes a hundred times as long; hosts are ASCII.
      return rankIn([...new Set(newest.map(({ site }) => site))].sort(), ({ site }) => site)
  }
}

function rankIn(order: readonly string[], of: (entry: Entry) => string): (entry: Entry) => number {
  const ranks = new Map(order.map((name, i) => [name, i]))
  return entry => ranks.get(of(entry)) ?? order.length
}
