import type { Failure } from '../../apparel/failure.ts'
import type { FromWorker } from '../../async/worker-client.ts'
import type { PictureSource } from '../../messages/host-port.ts'
import type { DecodedImage } from '../decode/decode-image.ts'
import type { ImageFile } from './read-file.ts'

/** What the worker that reads pictures can do. */
export type ReaderTask =
  /** Reply: a ReadImage. `size` is the side of the network's input, pixels, as below. */
  | { type: 'read'; source: PictureSource; cache: RequestCache; size: number }
  /** Reply: a DecodedImage. */
  | { type: 'decode'; bytes: Uint8Array<ArrayBuffer>; mime: string; size: number }

/** A picture as far as the worker gets: a file that does not tell its size in a way that can be trusted is not decoded yet. */
export type ReadImage = { digest: string } & ({ decoded: DecodedImage } | { file: ImageFile })

/** The memory of pixels that nobody needs any more, to be used again. */
export interface Recycle {
  type: 'recycle'
  pixels: Uint8Array
}

/** `cancel` ends a task, and nothing is answered then. */
export type ToReader = ((ReaderTask | { type: 'cancel' }) & { id: number }) | Recycle
export type FromReader = FromWorker<ReadImage | DecodedImage, Failure>
