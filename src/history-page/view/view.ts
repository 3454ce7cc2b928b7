import type { Query } from '../../history/search/query.ts'
import type { Sort } from '../../history/search/sort.ts'

/** What part of the history is shown, and in which order: everything that the page's URL can say. */
export interface View {
  query: Query
  sort: Sort
  /** Id of a tag: shows only similar tags, most similar first. */
  like?: string
}

export const everything: View = { query: {}, sort: 'newest' }

/** Removes filters without effect from a query, so that equivalent queries are equal. */
export function removeEmptyFilters(query: Query): Query {
  const isSaid = ([, value]: [string, unknown]) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(query).filter(isSaid))
}

/** Whether a query filters anything. */
export function isFiltered(query: Query): boolean {
  return Object.keys(removeEmptyFilters(query)).length > 0
}

/** A copy of a list with the item added, or removed if it was there. */
export function toggled<Item>(list: readonly Item[] | undefined, item: Item): Item[] {
  const known = list ?? []
  return known.includes(item) ? known.filter(one => one !== item) : [...known, item]
}
