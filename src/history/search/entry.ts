import type { ApparelClass } from '../../apparel/classes.ts'
import { isKind } from '../../apparel/kinds.ts'
import { type ColourName, colourName } from '../../colour/colour-name.ts'
import type { GarmentColour } from '../../colour/garment-colours.ts'
import { ownIdOf, shownGarment, shownKind } from '../labels.ts'
import type { TagMetadata } from '../tag.ts'
import { fold } from './fold.ts'

/** What a search needs to know of a tag: about 300 bytes, where its metadata takes a thousand. */
export interface Entry {
  readonly id: string
  readonly garment: ApparelClass
  /** As people see it; undefined if the tag has none. */
  readonly kind: string | undefined
  /** The name of the own kind when the tag was made; undefined if it shows none. */
  readonly ownName: string | undefined
  /** 0..1 */
  readonly confidence: number
  /** Milliseconds since 1970. */
  readonly seenAt: number
  readonly by: TagMetadata['by']
  readonly isFavourite: boolean
  /** Whether it shows what the user has said. */
  readonly isTold: boolean
  /** Host of the page without `www.`; '' if it has none. */
  readonly site: string
  /** The garment's colours, largest share first; empty if unknown. */
  readonly colours: readonly GarmentColour[]
  readonly colourNames: readonly ColourName[]
  /** The words of the page's title and its site, folded, and of a kind that this version has no name for or that may be gone. */
  readonly words: string
}

/** @param intern returns the same string object for equal texts */
export function toEntry(metadata: TagMetadata, intern: (text: string) => string): Entry {
  const { id, confidence, seenAt, by, pageTitle, pageUrl, colours = [] } = metadata
  const site = intern(siteOf(pageUrl))
  const kind = shownKind(metadata)
  return {
    id,
    garment: shownGarment(metadata),
    kind: kind && intern(kind),
    ownName: metadata.ownName && intern(metadata.ownName),
    confidence,
    seenAt,
    by: by === 'asked' ? 'asked' : 'auto',
    isFavourite: metadata.favouriteSince !== undefined,
    site,
    colours,
    colourNames: [...new Set(colours.map(colourName))],
    isTold: metadata.byUser === 'told',
    words: fold(`${pageTitle} ${site} ${nameless(kind) ?? metadata.ownName ?? ''}`.trimEnd()),
  }
}

/** A kind that this version has no name for. */
function nameless(kind: string | undefined): string | undefined {
  return kind === undefined || isKind(kind) || ownIdOf(kind) !== undefined ? undefined : kind
}

/** The site of a page: its host without the redundant `www.`; '' if it has none. */
export function siteOf(pageUrl: string): string {
  // `URL` takes five times as long. It has already normalised the stored URL, so this pattern covers every case.
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)/.exec(pageUrl)?.[1] ?? ''
}
