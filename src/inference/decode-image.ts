import { inTime, PictureError } from './failure.ts'
import type { Size } from './header-size.ts'
import { squash } from './resize.ts'

/** 50 megapixels: 200 MB once decoded. */
export const MAX_PIXELS = 50e6
/** Milliseconds for the pixels. */
export const DECODE_DEADLINE = 10_000
/** Larger pictures are drawn smaller at once: more detail would not reach a network that sees 224 px. */
const MAX_SIDE = 1024
const THUMBNAIL_SIDE = 128

/** A decoded picture. */
export interface DecodedImage {
  /** For the network: RGB bytes [size, size, 3]. */
  pixels: Uint8Array
  /** For the history: RGBA, at most 128 px on its longer side. */
  thumbnail: ImageData
}

/**
 * Decodes a file whose size is known to be bearable.
 * @param size side of the network's input, pixels
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function decodeImage(bytes: ArrayBuffer, type: string, size: number): Promise<DecodedImage> {
  const decoding = createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new PictureError('not_a_picture')
  })
  const bitmap = await inTime(decoding, DECODE_DEADLINE)
  try {
    return { pixels: squash(draw(bitmap, MAX_SIDE), size), thumbnail: draw(bitmap, THUMBNAIL_SIDE) }
  } finally {
    bitmap.close()
  }
}

/** Whether decoding a picture of this size would fill the memory. */
export function isHuge({ width, height }: Size): boolean {
  return width * height > MAX_PIXELS
}

function draw(image: ImageBitmap, maxSide: number): ImageData {
  const scale = Math.min(1, maxSide / Math.max(image.width, image.height))
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new PictureError('not_a_picture')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
