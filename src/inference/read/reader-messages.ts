import type { Failure } from '../../apparel/failure.ts'
import type { FromWorker } from '../../async/worker-client.ts'
import type { PictureSource } from '../../messages/host-port.ts'
import type { DecodedImage } from '../decode/decode-image.ts'
import type { ImageFile } from './read-file.ts'

/** Tasks of the worker that reads pictures. */
export type ReaderTask =
  /** Replies with a ReadImage. `size` is the side of the network's input in pixels, here and below. */
  | { type: 'read'; source: PictureSource; cache: RequestCache; size: number }
  /** Replies with a DecodedImage. */
  | { type: 'decode'; bytes: Uint8Array<ArrayBuffer>; mime: string; size: number }

/** What the worker could read. A file whose header does not give a trustworthy size is not decoded yet. */
export type ReadImage = { digest: string } & ({ decoded: DecodedImage } | { file: ImageFile })

/** Returns a buffer of pixels for reuse. */
export interface Recycle {
  type: 'recycle'
  pixels: Uint8Array
}

/** `cancel` aborts a task, which then gets no reply. */
export type ToReader = ((ReaderTask | { type: 'cancel' }) & { id: number }) | Recycle
export type FromReader = FromWorker<ReadImage | DecodedImage, Failure>
