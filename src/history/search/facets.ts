import type { ApparelClass } from '../../apparel/classes.ts'
import type { ColourName } from '../../colour/colour-name.ts'
import type { Entry } from './entry.ts'

/** How many tags each option of a filter would leave. */
export interface Facets {
  garments: Map<ApparelClass, number>
  /** As people see kinds. */
  kinds: Map<string, number>
  /** The site with the most tags first. */
  sites: Map<string, number>
  colours: Map<ColourName, number>
}

/** Counts the classes, kinds, sites and colours of entries, for example of search results. */
export function facetsOf(entries: readonly Entry[]): Facets {
  const facets: Facets = { garments: new Map(), kinds: new Map(), sites: new Map(), colours: new Map() }
  for (const { garment, kind, site, colourNames } of entries) {
    increment(facets.garments, garment)
    if (kind !== undefined) increment(facets.kinds, kind)
    if (site) increment(facets.sites, site)
    for (const colour of colourNames) increment(facets.colours, colour)
  }
  return { ...facets, sites: new Map([...facets.sites].sort(([, a], [, b]) => b - a)) }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
