import { inTime } from '../picture-error.ts'
import type { Size } from '../pixel-size.ts'
import type { Resampler } from '../resample/resampler.ts'
import { decodeFrame, type Frame } from './decode-frame.ts'
import { decodeOnCanvas } from './decode-on-canvas.ts'

/** 50 megapixels: 200 MB once decoded. */
export const MAX_PIXELS = 50e6
/** Milliseconds for the pixels. */
export const DECODE_DEADLINE = 10_000

/** A decoded picture. */
export interface DecodedImage {
  /** For the network: RGB bytes [size, size, 3]. */
  pixels: Uint8Array
  /** Its size in its file. */
  natural: Size
}

/**
 * Decodes a file whose size is known to be bearable.
 * @param side of the network's input, pixels
 * @param spare memory that the pixels may have, where it is as long as they
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function decodeImage(
  resampler: Resampler,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  side: number,
  spare?: Uint8Array,
): Promise<DecodedImage> {
  const decoding = decode(bytes, type, side)
  const frame = await inTime(decoding, DECODE_DEADLINE).catch(error => {
    // One that comes too late holds its memory until it is closed.
    void decoding.then(late => late.close()).catch(() => {})
    throw error
  })
  try {
    const pixels = await resampler.resample(frame.source, { width: side, height: side }, spare)
    return { pixels, natural: frame.natural }
  } finally {
    frame.close()
  }
}

/** @throws PictureError `not_a_picture` */
export async function decode(bytes: Uint8Array<ArrayBuffer>, type: string, side: number): Promise<Frame> {
  return (await decodeFrame(bytes, side)) ?? (await decodeOnCanvas(bytes, type, side))
}

/** Whether decoding a picture of this size would fill the memory. */
export function isHuge({ width, height }: Size): boolean {
  return width * height > MAX_PIXELS
}
