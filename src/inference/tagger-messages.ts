import type { GarmentColour } from '../colour/garment-colours.ts'
import type { HistoryTrouble } from '../history/history-error.ts'
import type { Tag } from '../history/tag.ts'
import type { FromWorker } from '../platform/worker-line.ts'

/** What a tag tells of a picture beside the network's answer. */
export interface Portrait {
  /** WebP. */
  thumbnail: Uint8Array<ArrayBuffer>
  colours: GarmentColour[]
}

/** What the worker that keeps tags can do. */
export type TaggerTask =
  /** Reply: a Portrait. `map` is where the picture speaks for the garment, as in `Answered.activation`. */
  | { type: 'portray'; pixels: ImageData; map?: number[] | undefined }
  /** The reply comes when the tag is in the history. */
  | { type: 'keep'; tag: Tag }

export type ToTagger = TaggerTask & { id: number }
export type FromTagger = FromWorker<Portrait | undefined, HistoryTrouble>
