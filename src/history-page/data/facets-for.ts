import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import type { Query } from '../../history/search/query.ts'

/**
 * Counts how many tags each option of a filter would leave, ignoring the other options chosen in that filter.
 * @param items the results of the query
 */
export function facetsFor(search: (query: Query) => Entry[], query: Query, items: readonly Entry[]): Facets {
  const facets = facetsOf(items)
  const without = (filter: 'garments' | 'sites' | 'colours') =>
    query[filter]?.length ? facetsOf(search({ ...query, [filter]: [] }))[filter] : facets[filter]
  return {
    garments: without('garments') as Facets['garments'],
    sites: without('sites') as Facets['sites'],
    colours: without('colours') as Facets['colours'],
  }
}
