import { type Garment, garments as garmentsOf } from '../../apparel/classes.ts'
import type { ColourName } from '../../colour/colour-name.ts'
import type { TagFacts } from '../tag.ts'
import type { Entry } from './entry.ts'
import { needlesOf } from './fold.ts'

/** What is looked for. A tag is found that fits all that is given; of a list, any. An empty list is as good as none. */
export interface Query {
  garments?: readonly Garment[]
  /** Hosts without `www.`, as in `Entry.site`. */
  sites?: readonly string[]
  colours?: readonly ColourName[]
  /** Beginnings of words of the page's title or site, in any order; accents and case do not matter. */
  words?: string
  /** What the classes are called, folded: a word may be the beginning of one of these too. */
  names?: Readonly<Record<Garment, string>>
  /** Milliseconds since 1970, inclusive. */
  from?: number | undefined
  /** Milliseconds since 1970, exclusive. */
  until?: number | undefined
  /** 0..1, inclusive. */
  leastConfidence?: number | undefined
  /** 0..1, inclusive. */
  mostConfidence?: number | undefined
  by?: TagFacts['by'] | undefined
  isFavourite?: boolean | undefined
}

/** A test for what is looked for. */
export function matcherOf(query: Query): (entry: Entry) => boolean {
  const tests: ((entry: Entry) => boolean)[] = []
  const { from, until, leastConfidence: least, mostConfidence: most, by, isFavourite } = query
  // The cheap ones first: most tags fail one of them before their words are looked at.
  if (by !== undefined) tests.push(entry => entry.by === by)
  if (isFavourite !== undefined) tests.push(entry => entry.isFavourite === isFavourite)
  if (from !== undefined) tests.push(({ seenAt }) => seenAt >= from)
  if (until !== undefined) tests.push(({ seenAt }) => seenAt < until)
  if (least !== undefined) tests.push(({ confidence }) => confidence >= least)
  if (most !== undefined) tests.push(({ confidence }) => confidence <= most)
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
