import type { Said } from '../learning/said.ts'

/**
 * The file of what was taught: a JSON document in UTF-8 with one example per line:
 *
 *     {"format":"apparel-lens-teaching","version":1,"ownKinds":[{"id":…,"name":"Kimono",…}],"examples":[
 *     {"id":…,"says":{"own":…},…},
 *     {"id":…,"says":{"label":"Shirt"},…}
 *     ]}
 *
 * An import accepts any layout of the document, and any order of its fields and examples.
 */
export const FORMAT = 'apparel-lens-teaching'
export const VERSION = 1

/** One example in the file. Arrays of numbers are their bytes, little-endian, as base64. */
export interface JsonExample {
  id: string
  says: Said
  /** SHA-256 of the picture file: 64 lower-case hexadecimal digits. */
  tag: string
  /** Bytes [32, 32, 3]. */
  fingerprint: string
  /** Bytes [1280]. */
  embedding: string
  /** float32 [11]. */
  logits: string
  /** float32. */
  kinds: string
  network: string
  site: string
  /** Milliseconds since 1970. */
  taughtAt: number
  /** A WebP, PNG or JPEG file of at most 300 kB. */
  picture: string
}
