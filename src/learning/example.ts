import type { Fingerprint } from './fingerprint.ts'
import type { Said } from './said.ts'

/** A picture that the user has taught with. */
export interface Example {
  id: string
  says: Said
  fingerprint: Fingerprint
  /** As the history stores it, int8 [1280], scaled so that its largest component is 127. */
  embedding: Int8Array<ArrayBuffer>
  /** The network's logits of the eleven classes. */
  logits: Float32Array
  /** The network's logits of the kinds, in the order of the card. */
  kinds: Float32Array
  /** Name of the network that made the three above. Those of another network mean nothing beside them. */
  network: string
  /** Origin of the page that showed the picture; '' if it was uploaded. */
  site: string
  /** Milliseconds since 1970. */
  taughtAt: number
}
