import type { Garment } from '../apparel/classes.ts'
import type { Sighting } from '../messages.ts'

/** A garment that was seen: one record of the history. The same picture file is one tag, however often it is met. */
export interface Tag extends Sighting {
  /** SHA-256 of the picture's bytes, hex: the primary key. */
  id: string
  garment: Garment
  /** Calibrated probability of `garment`, 0..1. */
  confidence: number
  /** Probabilities of the eleven classes. */
  probabilities: number[]
  /** Milliseconds since 1970 of the latest sighting. */
  seenAt: number
  /** WebP, longer side at most 128 px. */
  thumbnail: Blob
  /** The network's embedding, scaled so that its largest component is 127: cosine similarity needs no more. */
  embedding: Int8Array
}
