import { type Garment, garments as garmentsOf } from '../../apparel/classes.ts'
import type { ColourName } from '../../colour/colour-name.ts'
import type { TagMetadata } from '../tag.ts'
import type { Entry } from './entry.ts'
import { needlesOf } from './fold.ts'

/** A search. A tag must satisfy every given filter; of a list, any item. An empty list filters nothing. */
export interface Query {
  garments?: readonly Garment[]
  /** Hosts without `www.`, as in `Entry.site`. */
  sites?: readonly string[]
  colours?: readonly ColourName[]
  /** Prefixes of words in the page's title or site, in any order, ignoring accents and case. */
  words?: string
  /** Folded display names of the classes; a prefix of one of these matches too. */
  names?: Readonly<Record<Garment, string>>
  /** Milliseconds since 1970, inclusive. */
  from?: number | undefined
  /** Milliseconds since 1970, exclusive. */
  until?: number | undefined
  /** 0..1, inclusive. */
  minConfidence?: number | undefined
  /** 0..1, inclusive. */
  maxConfidence?: number | undefined
  by?: TagMetadata['by'] | undefined
  isFavourite?: boolean | undefined
}

/** Compiles a query into a predicate. */
export function matcherOf(query: Query): (entry: Entry) => boolean {
  const tests: ((entry: Entry) => boolean)[] = []
  const { from, until, minConfidence: min, maxConfidence: max, by, isFavourite } = query
  // Cheap tests first: they reject most tags before any words are compared.
  if (by !== undefined) tests.push(entry => entry.by === by)
  if (isFavourite !== undefined) tests.push(entry => entry.isFavourite === isFavourite)
  if (from !== undefined) tests.push(({ seenAt }) => seenAt >= from)
  if (until !== undefined) tests.push(({ seenAt }) => seenAt < until)
  if (min !== undefined) tests.push(({ confidence }) => confidence >= min)
  if (max !== undefined) tests.push(({ confidence }) => confidence <= max)
  const garments = new Set(query.garments)
  if (garments.size > 0) tests.push(({ garment }) => garments.has(garment))
  const sites = new Set(query.sites)
  if (sites.size > 0) tests.push(({ site }) => sites.has(site))
  const colours = new Set(query.colours)
  if (colours.size > 0) tests.push(entry => entry.colourNames.some(colour => colours.has(colour)))
  for (const needle of needlesOf(query.words ?? '')) {
    const named = new Set(garmentsOf.filter(garment => query.names?.[garment].includes(needle)))
    tests.push(({ words, garment }) => named.has(garment) || words.includes(needle))
  }
  const [only] = tests
  return tests.length === 1 && only ? only : entry => tests.every(test => test(entry))
}
