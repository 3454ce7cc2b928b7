import type { Garment } from '../apparel/classes.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'
import type { Provenance } from './provenance.ts'

/** What a list shows and a search reads of a tag: all but its picture and embedding. */
export interface TagFacts extends Provenance {
  /** SHA-256 of the picture's bytes, hex: the primary key. */
  id: string
  garment: Garment
  /** Calibrated probability of `garment`, 0..1. */
  confidence: number
  /** Probabilities of the eleven classes. */
  probabilities: number[]
  /** Milliseconds since 1970 of the latest provenance. */
  seenAt: number
  /** The garment's main colours, most first. Left out where nobody has looked, as in version 1 of the database. */
  colours?: GarmentColour[]
  /** Name of the network that saw it: what another one thinks of it may not compare. Left out in version 1. */
  network?: string
  /** When the person made it a favourite, milliseconds since 1970. Left out of all others. */
  favouriteSince?: number
}

/** A garment that was seen: one record of the history. The same picture file is one tag, however often it is met. */
export interface Tag extends TagFacts {
  /** A picture file, longer side at most 128 px: WebP where the browser writes that. */
  thumbnail: Uint8Array<ArrayBuffer>
  /** The network's embedding, scaled so that its largest component is 127: cosine similarity needs no more. */
  embedding: Int8Array<ArrayBuffer>
}

/** A tag as a list shows it. */
export interface ListedTag extends TagFacts {
  /** Its thumbnail for an `<img>`: a `data:` address, which the browser shows many times sooner than a Blob's. */
  picture: string
}

/**
 * What to keep of a picture that is met again. The newer provenance counts, the known one where both are of the same time;
 * but what a person has asked about stays `asked`, and a favourite stays one.
 */
export function merge(known: TagFacts, met: TagFacts): TagFacts {
  const newer = met.seenAt > known.seenAt ? met : known
  const favouriteSince = known.favouriteSince ?? met.favouriteSince
  return {
    ...newer,
    by: known.by === 'asked' || met.by === 'asked' ? 'asked' : 'auto',
    ...(favouriteSince !== undefined && { favouriteSince }),
  }
}
