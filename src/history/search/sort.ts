import { garments } from '../../apparel/classes.ts'
import type { Entry } from './entry.ts'

/** Orders of a list. Equals are newest first. */
export const sorts = ['newest', 'oldest', 'surest', 'least-sure', 'garment', 'site'] as const
export type Sort = (typeof sorts)[number]

const rank = new Map<string, number>(garments.map((garment, i) => [garment, i]))

/** A comparison for `Array.prototype.sort`. Total: no two tags are equal, so that no list depends on chance. */
export function comparison(sort: Sort): (one: Entry, other: Entry) => number {
  const first = firstOf[sort]
  return (one, other) => first(one, other) || other.seenAt - one.seenAt || (one.id < other.id ? 1 : -1)
}

const firstOf: Record<Sort, (one: Entry, other: Entry) => number> = {
  newest: () => 0,
  oldest: (one, other) => one.seenAt - other.seenAt,
  surest: (one, other) => other.confidence - one.confidence,
  'least-sure': (one, other) => one.confidence - other.confidence,
  garment: (one, other) => (rank.get(one.garment) ?? 0) - (rank.get(other.garment) ?? 0),
  // By code and not by `localeCompare`, which takes a hundred times as long; hosts are ASCII.
  site: (one, other) => (one.site === other.site ? 0 : one.site < other.site ? -1 : 1),
}
