import type { Fingerprint } from './fingerprint.ts'
import type { Said } from './said.ts'

/** What the user has said of one picture, with all that learning needs of it. */
export interface Example {
  /** Identifies the lesson. */
  id: string
  says: Said
  fingerprint: Fingerprint
  /** [1280], as a tag stores it. */
  embedding: Int8Array<ArrayBuffer>
  /** [11], in the order of `classes`. */
  logits: Float32Array
  /** In the order of the card's kinds. */
  kinds: Float32Array
  /** Name of the network that computed the three. */
  network: string
  /** Origin of the page that showed the picture; '' if none did. */
  site: string
  /** Milliseconds since 1970. */
  taughtAt: number
}
