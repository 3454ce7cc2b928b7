import { inTime } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { Resampler } from '../resample/resampler.ts'
import type { Source } from '../resample/source.ts'
import { decodeFrame, type Frame } from './decode-frame.ts'
import { decodeOnCanvas } from './decode-on-canvas.ts'
import { isBlank, pixelsOfLaterFrame } from './later-frame.ts'

/** 50 megapixels: 200 MB once decoded. */
const MAX_PIXELS = 50e6
/** Time limit for decoding. */
export const DECODE_TIMEOUT_MS = 10_000

/** What size of a picture is wanted: squashed into a square, or in its own shape and no larger than in the file. In pixels. */
export type Wanted = { square: number } | { longerSide: number }

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

/** @param natural size of the picture in the file */
export function wantedSize(natural: PixelSize, wanted: Wanted): PixelSize {
  if ('square' in wanted) return { width: wanted.square, height: wanted.square }
  const scale = Math.min(1, wanted.longerSide / Math.max(natural.width, natural.height))
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: scaled(natural.width), height: scaled(natural.height) }
}

/** The side for decoders, which leave at least twice as much of a large picture. */
export function decodedSide(wanted: Wanted): number {
  return 'square' in wanted ? wanted.square : Math.ceil(wanted.longerSide / 2)
}

/** @throws PictureError `not_a_picture` */
export async function decode(bytes: Uint8Array<ArrayBuffer>, type: string, side: number): Promise<Frame> {
  return (await decodeFrame(bytes, side)) ?? (await decodeOnCanvas(bytes, type, side))
}

/** Whether a picture of this size is too large to decode. */
export function isHuge({ width, height }: PixelSize): boolean {
  return width * height > MAX_PIXELS
}
