/**
 * The JSON export, version 1. It is one JSON document, laid out so that each tag is a line of its own and an import can say
 * which line is wrong; lines end with \n, and the file is UTF-8:
 *
 *     {"format":"apparel-lens-history","version":1,"tags":[
 *     {"id":"9f86…","garment":"Shoes",…},
 *     {"id":"a3c1…","garment":"Hat",…}
 *     ]}
 *
 * It holds all there is of a tag, pictures and embeddings too: what is imported again is as it was. A tag takes about 4 kB.
 */
export const FORMAT = 'apparel-lens-history'
export const VERSION = 1
export const FIRST_LINE = `{"format":"${FORMAT}","version":${VERSION},"tags":[`
export const LAST_LINE = ']}'

/** One tag of it. Fields that are left out are unknown, or untrue of the tag. No other fields are allowed. */
export interface JsonTag {
  /** SHA-256 of the picture's file: 64 digits, hexadecimal, lower case. */
  id: string
  /** One of the ten classes, as in `src/apparel/classes.ts`. */
  garment: string
  /** 0..1 */
  confidence: number
  /** Of the ten classes and *none*, in their order: 11 numbers of 0..1. */
  probabilities: number[]
  /** When it was last seen: milliseconds since 1970. */
  seenAt: number
  by: 'auto' | 'asked'
  /** An address of `http:` or `https:` of at most 8192 characters, or ''. */
  pageUrl: string
  /** At most 1000 characters, none of them NUL. */
  pageTitle: string
  /** As `pageUrl`. */
  imageUrl: string
  /** At most 3 colours in OKLCH, the most of it first. */
  colours?: { lightness: number; chroma: number; hue: number; share: number }[]
  /** Name of the network that saw it, at most 1000 characters. */
  network?: string
  /** Milliseconds since 1970. */
  favouriteSince?: number
  /** A WebP, PNG or JPEG file of at most 100 kB, in base64. */
  thumbnail: string
  /** 1280 bytes, −128..127, in base64. */
  embedding: string
}
