import { decodeFrame, type Frame } from './decode-frame.ts'
import { decodeOnCanvas } from './decode-on-canvas.ts'
import { inTime } from './failure.ts'
import type { Size } from './header-size.ts'
import { fromRgb } from './squash/source.ts'
import type { Squasher } from './squash/squasher.ts'

/** 50 megapixels: 200 MB once decoded. */
export const MAX_PIXELS = 50e6
/** Milliseconds for the pixels. */
export const DECODE_DEADLINE = 10_000
const THUMBNAIL_SIDE = 128

/** A decoded picture. */
export interface DecodedImage {
  /** For the network: RGB bytes [size, size, 3]. */
  pixels: Uint8Array
  /** For the history: opaque RGBA, at most 128 px on its longer side. */
  thumbnail: ImageData
}

/**
 * Decodes a file whose size is known to be bearable.
 * @param side of the network's input, pixels
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function decodeImage(
  squasher: Squasher,
  bytes: ArrayBuffer,
  type: string,
  side: number,
): Promise<DecodedImage> {
  const decoding = decode(bytes, type, side)
  const frame = await inTime(decoding, DECODE_DEADLINE).catch(error => {
    // One that comes too late holds its memory until it is closed.
    void decoding.then(late => late.close()).catch(() => {})
    throw error
  })
  try {
    const pixels = await squasher.squash(frame.source, { width: side, height: side })
    return { pixels, thumbnail: await thumbnailOf(squasher, pixels, side, frame.natural) }
  } finally {
    frame.close()
  }
}

/** @throws PictureError `not_a_picture` */
export async function decode(bytes: ArrayBuffer, type: string, side: number): Promise<Frame> {
  return (await decodeFrame(bytes, side)) ?? (await decodeOnCanvas(bytes, type, side))
}

/** Whether decoding a picture of this size would fill the memory. */
export function isHuge({ width, height }: Size): boolean {
  return width * height > MAX_PIXELS
}

/**
 * Made of what the network sees, which is never smaller and lies on white already.
 * @param pixels RGB bytes [side, side, 3]
 * @param natural size of the picture in its file
 */
export async function thumbnailOf(
  squasher: Squasher,
  pixels: Uint8Array,
  side: number,
  natural: Size,
): Promise<ImageData> {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(natural.width, natural.height))
  const width = Math.max(1, Math.round(natural.width * scale))
  const height = Math.max(1, Math.round(natural.height * scale))
  const rgb = await squasher.squash(fromRgb(pixels, { width: side, height: side }), { width, height })
  const thumbnail = new ImageData(width, height)
  const { data } = thumbnail
  for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = rgb[from] as number
    data[to + 1] = rgb[from + 1] as number
    data[to + 2] = rgb[from + 2] as number
    data[to + 3] = 255
  }
  return thumbnail
}
