import type { FromWorker } from '../../async/worker-client.ts'
import type { GarmentColour } from '../../colour/garment-colours.ts'
import type { HistoryTrouble } from '../../history/history-error.ts'
import type { Tag } from '../../history/tag.ts'
import type { Size } from '../pixel-size.ts'

/** What a tag tells of a picture beside the network's answer. */
export interface Portrait {
  /** WebP. */
  thumbnail: Uint8Array<ArrayBuffer>
  colours: GarmentColour[]
}

/** What a portrait is made from. */
export interface Sketch {
  /** What the network sees of it: RGB bytes [side, side, 3]. */
  pixels: Uint8Array
  /** Its size in its file, pixels. */
  natural: Size
  /** Where the picture speaks for the garment, as in `Answered.activation`. */
  map: number[] | undefined
}

/** Portraits, undefined where a picture cannot be encoded; and the pixels, which nobody needs any more. */
export interface Portrayed {
  portraits: (Portrait | undefined)[]
  pixels: Uint8Array[]
}

/** What the worker that keeps tags can do. */
export type TaggerTask =
  /** Reply: Portrayed. */
  | { type: 'portray'; sketches: Sketch[] }
  /** The reply comes when all are in the history, or why one of them is not. */
  | { type: 'keep'; tags: Tag[] }

export type ToTagger = TaggerTask & { id: number }
export type FromTagger = FromWorker<Portrayed | undefined, HistoryTrouble>
