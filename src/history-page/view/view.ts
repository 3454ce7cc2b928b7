import type { Query } from '../../history/search/query.ts'
import type { Sort } from '../../history/search/sort.ts'

/** What of the history is shown, and how: all that an address of the page can say. */
export interface View {
  query: Query
  sort: Sort
  /** Id of a tag: only what looks like it, the likest first. */
  like?: string
}

export const everything: View = { query: {}, sort: 'newest' }

/** A query without the filters that say nothing, so that equal ones look equal. */
export function tidy(query: Query): Query {
  const isSaid = ([, value]: [string, unknown]) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(query).filter(isSaid))
}

/** Whether a query leaves anything out. */
export function isFiltered(query: Query): boolean {
  return Object.keys(tidy(query)).length > 0
}

/** A list with an item, or without it where it was there. */
export function toggled<Item>(list: readonly Item[] | undefined, item: Item): Item[] {
  const known = list ?? []
  return known.includes(item) ? known.filter(one => one !== item) : [...known, item]
}
