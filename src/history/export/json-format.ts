import { classes } from '../../apparel/classes.ts'

/**
 * The JSON export, version 3: a single JSON document in UTF-8 with one tag per line:
 *
 *     {"format":"apparel-lens-history","version":3,"classes":["Goggles",…,"none"],"tags":[
 *     {"id":"9f86…","garment":"Shoes","kind":"Boot",…},
 *     {"id":"a3c1…","garment":"Hat",…}
 *     ]}
 *
 * It contains everything about a tag, including its picture and embedding, so that an import restores it exactly. A tag
 * takes about 4 kB. An import accepts any layout of the document, and any order of its fields and tags.
 *
 * New classes and kinds do not change the version, because every import accepts names that it does not know. New fields do.
 * Version 1 had neither `kind` nor the list of classes, and versions 1 and 2 no parts and nothing that the user had taught.
 */
export const FORMAT = 'apparel-lens-history'
export const VERSION = 3
export const FIRST_LINE = `{"format":"${FORMAT}","version":${VERSION},"classes":${JSON.stringify(classes)},"tags":[`
export const LAST_LINE = ']}'

/** One tag of the export. A missing optional field is unknown or does not apply. Other fields are not allowed. */
export interface JsonTag {
  /** SHA-256 of the picture file, or of what names a part of it: 64 lower-case hexadecimal digits. */
  id: string
  /** One of the ten classes, as in `src/apparel/classes.ts`, or `none`, but only together with a kind or with what the user has taught. */
  garment: string
  /** What the picture shows, more finely, as in `src/apparel/kinds.ts`. */
  kind?: string
  /** 0..1 */
  confidence: number
  /** Of the ten classes and *none*, in the order of the first line: 11 numbers, 0..1. */
  probabilities: number[]
  /** When the picture was last seen, in milliseconds since 1970. */
  seenAt: number
  by: 'auto' | 'asked'
  /** An `http:` or `https:` URL of at most 8192 characters, or ''. */
  pageUrl: string
  /** At most 1000 characters, none of them NUL. */
  pageTitle: string
  /** Like `pageUrl`. */
  imageUrl: string
  /** At most 3 colours in OKLCH, largest share first. */
  colours?: { lightness: number; chroma: number; hue: number; share: number }[]
  /** Name of the network that made the tag, at most 1000 characters. */
  network?: string
  /** Milliseconds since 1970. */
  favouriteSince?: number
  /** Id of the user's own kind that the picture shows, a UUID. */
  own?: string
  /** The name of that kind when the tag was made. */
  ownName?: string
  /** What the user has taught has had a part in it: of this very picture (`told`), or of similar ones (`learned`). */
  byUser?: 'told' | 'learned'
  /** If the user has told what the picture shows: what the tag had shown before. */
  untold?: {
    garment: string
    kind?: string | undefined
    own?: string | undefined
    ownName?: string | undefined
    byUser?: 'learned'
    confidence: number
  }
  /** Only of a garment that was found in a picture with others: the SHA-256 of the picture file, and fractions of its sides, 0..1. */
  part?: { of: string; box: { left: number; top: number; right: number; bottom: number } }
  /** A WebP, PNG or JPEG file of at most 100 kB, as base64. */
  thumbnail: string
  /** 1280 bytes, −128..127, as base64. */
  embedding: string
}
