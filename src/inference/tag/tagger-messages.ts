import type { FromWorker } from '../../async/worker-client.ts'
import type { GarmentColour } from '../../colour/garment-colours.ts'
import type { HistoryTrouble } from '../../history/history-error.ts'
import type { Tag } from '../../history/tag.ts'
import type { PixelSize } from '../pixel-size.ts'

/** The parts of a tag that are made from the pixels. */
export interface Portrait {
  /** WebP. */
  thumbnail: Uint8Array<ArrayBuffer>
  colours: GarmentColour[]
}

/** The input for a portrait. */
export interface Sketch {
  /** The network's input: RGB bytes [side, side, 3]. */
  pixels: Uint8Array
  /** The picture's size in the file. */
  natural: PixelSize
  /** The activation map, as in `Answered.activation`. */
  map: number[] | undefined
}

/** Portraits, undefined if a picture cannot be encoded, and the pixel buffers for reuse. */
export interface Portrayed {
  portraits: (Portrait | undefined)[]
  pixels: Uint8Array[]
}

/** Tasks of the worker that makes and stores tags. */
export type TaggerTask =
  /** Replies with Portrayed. */
  | { type: 'portray'; sketches: Sketch[] }
  /** Replies when all are in the history, or with the reason why one is not. */
  | { type: 'keep'; tags: Tag[] }

export type ToTagger = TaggerTask & { id: number }
export type FromTagger = FromWorker<Portrayed | undefined, HistoryTrouble>
