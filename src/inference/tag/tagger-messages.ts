import type { FromWorker } from '../../async/worker-client.ts'
import type { GarmentColour } from '../../colour/garment-colours.ts'
import type { HistoryTrouble } from '../../history/history-error.ts'
import type { Tag } from '../../history/tag.ts'
import type { PixelSize } from '../pixel-size.ts'

/** The parts of a tag that are made from the picture's pixels. */
export interface Visuals {
  /** A JPEG file. */
  thumbnail: Uint8Array<ArrayBuffer>
  colours: GarmentColour[]
}

/** What a tag's visuals are made from. */
export interface VisualsInput {
  /** The network's input: RGB bytes [side, side, 3]. */
  pixels: Uint8Array
  /** The picture's size in the file. */
  natural: PixelSize
  /** The activation map, as in `Answered.activation`. */
  map: number[] | undefined
}

/** The visuals, undefined if a picture cannot be encoded, and the pixel buffers for reuse. */
export interface MadeVisuals {
  visuals: (Visuals | undefined)[]
  pixels: Uint8Array[]
}

/** Tasks of the worker that makes and stores tags. */
export type TaggerTask =
  /** Replies with MadeVisuals. */
  | { type: 'make-visuals'; inputs: VisualsInput[] }
  /** Replies when all are in the history, or with the reason why one is not. */
  | { type: 'store'; tags: Tag[] }

export type ToTagger = TaggerTask & { id: number }
export type FromTagger = FromWorker<MadeVisuals | undefined, HistoryTrouble>
