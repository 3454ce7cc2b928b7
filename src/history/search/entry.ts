import type { Garment } from '../../apparel/classes.ts'
import { type ColourName, colourName } from '../../colour/colour-name.ts'
import type { GarmentColour } from '../../colour/garment-colours.ts'
import type { TagFacts } from '../tag.ts'
import { fold } from './fold.ts'

/** What a search knows of a tag: some 300 bytes, where its facts take a thousand. */
export interface Entry {
  readonly id: string
  readonly garment: Garment
  /** 0..1 */
  readonly confidence: number
  /** Milliseconds since 1970. */
  readonly seenAt: number
  readonly by: TagFacts['by']
  readonly isFavourite: boolean
  /** Host of its page without `www.`; '' where it has none. */
  readonly site: string
  /** Of the garment, most first; empty where they are not known. */
  readonly colours: readonly GarmentColour[]
  readonly colourNames: readonly ColourName[]
  /** Words of its page's title and its site, folded. */
  readonly words: string
}

/** @param once gives equal names of sites as one text */
export function toEntry(facts: TagFacts, once: (site: string) => string): Entry {
  const { id, garment, confidence, seenAt, by, pageTitle, pageUrl, colours = [] } = facts
  const site = once(siteOf(pageUrl))
  return {
    id,
    garment,
    confidence,
    seenAt,
    by: by === 'asked' ? 'asked' : 'auto',
    isFavourite: facts.favouriteSince !== undefined,
    site,
    colours,
    colourNames: [...new Set(colours.map(colourName))],
    words: fold(`${pageTitle} ${site}`),
  }
}

/** The site of a page: its host, without the `www.` that says nothing; '' where it has none. */
export function siteOf(pageUrl: string): string {
  // Not by `URL`, which takes five times as long; it wrote the address, so this is all that there can be.
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)/.exec(pageUrl)?.[1] ?? ''
}
