import { inTime } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { Resampler } from '../resample/resampler.ts'
import type { Source } from '../resample/source.ts'
import { decodeFrame, type Frame } from './decode-frame.ts'
import { decodeOnCanvas } from './decode-on-canvas.ts'
import { isBlank, pixelsOfLaterFrame } from './later-frame.ts'
import { decodedSide, type Wanted, wantedSize } from './wanted-size.ts'

/** 50 megapixels: 200 MB once decoded. */
const MAX_PIXELS = 50e6
/** Time limit for decoding. */
export const DECODE_TIMEOUT_MS = 10_000

/** A decoded picture. */
export interface DecodedImage {
  /** RGB bytes [height, width, 3], of the size that `wantedSize` gives. */
  pixels: Uint8Array
  /** Its size in the file. */
  natural: PixelSize
}

/**
 * Decodes a file whose dimensions are known to be acceptable. Of an animation that begins with a blank frame it takes a later
 * one.
 * @param recycled buffer to write the pixels to, if its length fits
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function decodeImage(
  resampler: Resampler,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  wanted: Wanted,
  recycled?: Uint8Array,
): Promise<DecodedImage> {
  const side = decodedSide(wanted)
  const decoding = decode(bytes, type, side)
  const frame = await inTime(decoding, DECODE_TIMEOUT_MS).catch(error => {
    // A frame that arrives after the timeout holds its memory until it is closed.
    void decoding.then(late => late.close()).catch(() => {})
    throw error
  })
  try {
    const { natural } = frame
    const size = wantedSize(natural, wanted)
    const resample = (source: Source, to?: Uint8Array) => resampler.resample(source, size, to)
    const pixels = await resample(frame.source, recycled)
    if (!isBlank(pixels)) return { pixels, natural }
    return { pixels: (await pixelsOfLaterFrame(bytes, natural, side, resample, DECODE_TIMEOUT_MS)) ?? pixels, natural }
  } finally {
    frame.close()
  }
}

/** @throws PictureError `not_a_picture` */
export async function decode(bytes: Uint8Array<ArrayBuffer>, type: string, side: number): Promise<Frame> {
  return (await decodeFrame(bytes, side)) ?? (await decodeOnCanvas(bytes, type, side))
}

/** Whether a picture of this size is too large to decode. */
export function isHuge({ width, height }: PixelSize): boolean {
  return width * height > MAX_PIXELS
}
