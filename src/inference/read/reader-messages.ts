import type { Failure } from '../../apparel/failure.ts'
import type { FromWorker } from '../../async/worker-client.ts'
import type { PictureSource } from '../../messages/host-port.ts'
import type { DecodedImage } from '../decode/decode-image.ts'
import type { Wanted } from '../decode/wanted-size.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { Picture } from '../resample/source.ts'
import type { FetchOptions } from './fetch-image.ts'
import type { Freshness } from './freshness.ts'
import type { ImageFile } from './read-file.ts'

/** Tasks of the worker that reads pictures. */
export type ReaderTask =
  /** Replies with a ReadImage. */
  | { type: 'read'; source: PictureSource; how: FetchOptions; wanted: Wanted }
  /** Replies with a DecodedImage. */
  | { type: 'decode'; bytes: Uint8Array<ArrayBuffer>; mime: string; wanted: Wanted }
  /** Replies with the picture's DecodedImage. `natural` is its size in the file. */
  | { type: 'resample'; picture: Picture; natural: PixelSize; wanted: Wanted }

/** What the worker could read. */
export type ReadImage = ReadFile & ({ decoded: DecodedImage } | UndecodedImage)

/** Facts about a picture's file. */
interface ReadFile {
  digest: string
  /** Size of the file. */
  byteLength: number
  freshness: Freshness
}

/** A file that only a document can open. */
export interface UndecodedImage {
  file: ImageFile
  /** Whether the worker's decoders have refused it. Otherwise its header does not give a trustworthy size. */
  isRefused: boolean
}

/** Returns a buffer of pixels for reuse. */
export interface Recycle {
  type: 'recycle'
  pixels: Uint8Array
}

/** `cancel` aborts a task, which then gets no reply. */
export type ToReader = ((ReaderTask | { type: 'cancel' }) & { id: number }) | Recycle
export type FromReader = FromWorker<ReadImage | DecodedImage, Failure>
