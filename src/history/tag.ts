import type { Labels } from '../apparel/shown-kind.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'
import type { Provenance } from './provenance.ts'

/** Everything about a tag except its picture and embedding: what lists show and searches read. */
export interface TagMetadata extends Provenance, Labels {
  /** SHA-256 of the picture's bytes in hex: the primary key. */
  id: string
  /** Calibrated probability of `garment`, or of `kind` among all kinds if the tag shows none of the ten. 0..1. */
  confidence: number
  /** Probabilities of the eleven classes, or of as many as the version knew that made the tag. */
  probabilities: number[]
  /** When the picture was last seen, in milliseconds since 1970. */
  seenAt: number
  /** The garment's main colours, largest share first. Missing if not determined, as in version 1 of the database. */
  colours?: GarmentColour[]
  /** Name of the network that made the tag; embeddings of different networks may not be comparable. Missing in version 1. */
  network?: string
  /** When the user made it a favourite, in milliseconds since 1970. Missing from all other tags. */
  favouriteSince?: number
}

/** A garment that was seen: one record of the history. The same picture file has one tag, however often it is seen. */
export interface Tag extends TagMetadata {
  /** A picture file whose longer side is at most 128 px: WebP if the browser can encode it. */
  thumbnail: Uint8Array<ArrayBuffer>
  /** The network's embedding, scaled so that its largest component is 127. Cosine similarity needs no more. */
  embedding: Int8Array<ArrayBuffer>
}

/** A tag as a list shows it. */
export interface ListedTag extends TagMetadata {
  /** Its thumbnail as a `data:` URL, which an `<img>` shows many times faster than the URL of a Blob. */
  picture: string
}

/**
 * Merges two tags of the same picture. The newer one wins, or `known` if both have the same time; but the result is
 * `asked` if either tag is, and a favourite if either is.
 */
export function merge(known: TagMetadata, incoming: TagMetadata): TagMetadata {
  const newer = incoming.seenAt > known.seenAt ? incoming : known
  const favouriteSince = known.favouriteSince ?? incoming.favouriteSince
  return {
    ...newer,
    by: known.by === 'asked' || incoming.by === 'asked' ? 'asked' : 'auto',
    ...(favouriteSince !== undefined && { favouriteSince }),
  }
}
