import type { GarmentColour } from '../colour/garment-colours.ts'
import type { Labels } from './labels.ts'
import type { PicturePart } from './part.ts'
import type { Provenance } from './provenance.ts'

/** Everything about a tag except its picture and embedding: what lists show and searches read. */
export interface TagMetadata extends Provenance, Labels {
  /** SHA-256 of the picture's bytes in hex, or `partId` of a garment in it: the primary key. */
  id: string
  /** Calibrated probability of `garment`, or of `kind` among all kinds if the tag shows none of the ten, or of `own`. 0..1. */
  confidence: number
  /** What the user has taught has had a part in it: of this very picture (`told`), or of similar ones (`learned`). */
  byUser?: 'told' | 'learned'
  /** What the tag showed before the user has said what it shows; only of those about which the user has. */
  untold?: UntoldLabels
  /** Probabilities of the eleven classes, or of as many as the version knew that made the tag. */
  probabilities: number[]
  /**
   * When the picture was last seen, in milliseconds since 1970. It orders the history, so each new sighting has a later time
   * than all before it, even if the clock was set back (`src/history/tags/sighting-times.ts`).
   */
  seenAt: number
  /** The garment's main colours, largest share first. Missing if not determined, as in version 1 of the database. */
  colours?: GarmentColour[]
  /** Name of the network that made the tag; embeddings of different networks may not be comparable. Missing in version 1. */
  network?: string
  /** When the user made it a favourite, in milliseconds since 1970. Missing from all other tags. */
  favouriteSince?: number
  /** Only of a garment that was found in a picture with others. Its thumbnail shows only that part. */
  part?: PicturePart
}

/** What a tag shows without what the user has said of its picture. */
export interface UntoldLabels extends Labels {
  /** As of a tag. */
  confidence: number
  byUser?: 'learned'
}

/** A garment that was seen: one record of the history. The same picture file has one tag, however often it is seen, and one for each garment that was found in it. */
export interface Tag extends TagMetadata {
  /** A picture file whose longer side is at most 128 px: JPEG, or what an earlier version or an import has brought. */
  thumbnail: Uint8Array<ArrayBuffer>
  /** The network's embedding, scaled so that its largest component is 127. Cosine similarity needs no more. */
  embedding: Int8Array<ArrayBuffer>
}

/** A tag as a list shows it. */
export interface ListedTag extends TagMetadata {
  /** Its thumbnail as a `data:` URL, which an `<img>` shows many times faster than the URL of a Blob. */
  picture: string
}

/** Where and when a picture was last seen. */
export type Sighting = Pick<TagMetadata, 'pageUrl' | 'pageTitle' | 'imageUrl' | 'seenAt'>

/** Picks the sighting from a tag. */
export function sightingOf({ pageUrl, pageTitle, imageUrl, seenAt }: Sighting): Sighting {
  return { pageUrl, pageTitle, imageUrl, seenAt }
}

/**
 * Merges a tag with a later one of the same picture, which wins whatever the clock said either time. But the result is
 * `asked` if either tag is, and a favourite if either is.
 */
export function seeAgain(known: TagMetadata, later: TagMetadata): TagMetadata {
  return { ...later, ...marksOf(known, later) }
}

/**
 * Merges a known tag with an imported one of the same picture: the later sighting wins, and marks of either stay. The
 * prediction stays too, because this network made it. Returns the known tag itself if nothing changes.
 * @param isDated whether the imported time is one that can be compared
 */
export function mergeImported(known: TagMetadata, imported: TagMetadata, isDated: boolean): TagMetadata {
  const isLater = isDated && imported.seenAt > known.seenAt
  const marks = marksOf(known, imported)
  if (!isLater && marks.by === known.by && marks.favouriteSince === known.favouriteSince) return known
  return { ...known, ...(isLater && sightingOf(imported)), ...marks }
}

function marksOf(known: TagMetadata, other: TagMetadata): Pick<TagMetadata, 'by' | 'favouriteSince'> {
  const favouriteSince = known.favouriteSince ?? other.favouriteSince
  return {
    by: known.by === 'asked' || other.by === 'asked' ? 'asked' : 'auto',
    ...(favouriteSince !== undefined && { favouriteSince }),
  }
}
