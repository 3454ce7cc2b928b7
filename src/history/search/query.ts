import { type ApparelClass, garments as allGarments, type Garment } from '../../apparel/classes.ts'
import { classOfKind } from '../../apparel/kinds.ts'
import type { ColourName } from '../../colour/colour-name.ts'
import type { TagMetadata } from '../tag.ts'
import type { Entry } from './entry.ts'
import { needlesOf } from './fold.ts'

/** A search. A tag must satisfy every given filter; of a list, any item. An empty list filters nothing. */
export interface Query {
  garments?: readonly Garment[]
  /**
   * Kinds as people see them. Together with `garments` they are one filter: a tag must be of any of the classes or kinds.
   * A kind narrows its class down, so that *Shoes* and *Boot* find boots, and *Shoes* and *Dress* shoes and dresses.
   */
  kinds?: readonly string[]
  /** Hosts without `www.`, as in `Entry.site`. */
  sites?: readonly string[]
  colours?: readonly ColourName[]
  /** Prefixes of words in the page's title or site, in any order, ignoring accents and case. */
  words?: string
  /** What people call the classes and kinds; a prefix of one of these words matches too. */
  names?: LabelNames
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

/** The folded words of each class and kind. What is left out is not found by name. */
export interface LabelNames {
  classes: Readonly<Partial<Record<Garment, string>>>
  kinds: Readonly<Record<string, string>>
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
  if (query.garments?.length || query.kinds?.length) tests.push(labelTest(query))
  const sites = new Set(query.sites)
  if (sites.size > 0) tests.push(({ site }) => sites.has(site))
  const colours = new Set(query.colours)
  if (colours.size > 0) tests.push(entry => entry.colourNames.some(colour => colours.has(colour)))
  for (const needle of needlesOf(query.words ?? '')) {
    const { classes = {}, kinds = {} } = query.names ?? {}
    const named = new Set<ApparelClass>(allGarments.filter(garment => classes[garment]?.includes(needle)))
    const namedKinds = new Set(Object.keys(kinds).filter(kind => kinds[kind]?.includes(needle)))
    tests.push(
      ({ words, garment, kind }) =>
        named.has(garment) || (kind !== undefined && namedKinds.has(kind)) || words.includes(needle),
    )
  }
  const [only] = tests
  return tests.length === 1 && only ? only : entry => tests.every(test => test(entry))
}

function labelTest({ garments = [], kinds = [] }: Query): (entry: Entry) => boolean {
  const wanted = new Set(kinds)
  const narrowed = new Set(kinds.map(classOfKind))
  const whole = new Set<ApparelClass>(garments.filter(garment => !narrowed.has(garment)))
  return ({ garment, kind }) => whole.has(garment) || (kind !== undefined && wanted.has(kind))
}
