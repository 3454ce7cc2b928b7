import type { FoundGarment } from '../../garments/found-garment.ts'
import type { Fingerprint } from '../../learning/fingerprint.ts'
import type { Output } from '../../network/network.ts'
import type { Identity } from '../cache/known-pictures.ts'
import type { Visuals } from '../tag/tagger-messages.ts'

/** A garment that the detector has found, with what the classifier computes of its crop. */
export interface SearchedGarment extends Pick<Output, 'logits' | 'kinds'> {
  /** With the score of the detector alone. */
  found: FoundGarment
  /** As a tag stores it. */
  embedding: Int8Array<ArrayBuffer>
  /** Left out if nothing was taught when the picture was searched. */
  fingerprint?: Fingerprint
  /** Only if tags were wanted. */
  visuals?: Promise<Visuals | undefined>
}

/** Everything known about a picture that was searched for garments, without what the user has taught. */
export interface Searched extends Identity {
  garments: SearchedGarment[]
  /** Time of the networks alone; 0 from the second time on. */
  milliseconds: number
  /** Whether its garments have what tags need. */
  isKept: boolean
}
