import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import type { Query } from '../../history/search/query.ts'

/**
 * Counts how many tags each option of a filter would leave, ignoring the other options chosen in that filter.
 * @param items the results of the query
 */
export function facetsFor(search: (query: Query) => Entry[], query: Query, items: readonly Entry[]): Facets {
  const facets = facetsOf(items)
  const without = (...filters: ('garments' | 'kinds' | 'sites' | 'colours')[]) => {
    const isFiltered = filters.some(filter => query[filter]?.length)
    return isFiltered ? facetsOf(search({ ...query, ...Object.fromEntries(filters.map(name => [name, []])) })) : facets
  }
  // Classes and kinds are one filter.
  const { garments, kinds } = without('garments', 'kinds')
  return { garments, kinds, sites: without('sites').sites, colours: without('colours').colours }
}
