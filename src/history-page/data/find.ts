import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import type { Query } from '../../history/search/query.ts'
import type { Sort } from '../../history/search/sort.ts'

/** What was found. */
export interface Found {
  items: readonly Entry[]
  /** How many tags each choice of a filter would leave, whatever else of that filter is chosen. */
  facets: Facets
}

/** Searches, and counts what other choices would find. */
export function find(search: (query: Query, sort?: Sort) => Entry[], query: Query, sort: Sort): Found {
  const items = search(query, sort)
  const facets = facetsOf(items)
  const without = (filter: 'garments' | 'sites' | 'colours') =>
    query[filter]?.length ? facetsOf(search({ ...query, [filter]: [] }))[filter] : facets[filter]
  return {
    items,
    facets: {
      garments: without('garments') as Facets['garments'],
      sites: without('sites') as Facets['sites'],
      colours: without('colours') as Facets['colours'],
    },
  }
}
