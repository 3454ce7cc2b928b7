import type { Failure, PictureSource } from '../messages.ts'
import type { FromWorker } from '../platform/worker-line.ts'
import type { DecodedImage } from './decode-image.ts'
import type { ImageFile } from './read-image.ts'

/** What the worker that reads pictures can do. */
export type ReaderTask =
  /** Reply: an ImageFile. */
  | { type: 'read'; source: PictureSource; cache: RequestCache }
  /** Reply: a DecodedImage. */
  | { type: 'decode'; bytes: ArrayBuffer; mime: string; size: number }

/** `cancel` ends a task, and nothing is answered then. */
export type ToReader = (ReaderTask | { type: 'cancel' }) & { id: number }
export type FromReader = FromWorker<ImageFile | DecodedImage, Failure>
