import { decodeLargeJpeg } from './decode-large-jpeg.ts'
import { inTime, PictureError } from './failure.ts'
import { headerSize, type Size } from './header-size.ts'
import { squash } from './resize.ts'
import { spareSize } from './spare-size.ts'

/** 50 megapixels: 200 MB once decoded. */
export const MAX_PIXELS = 50e6
/** Milliseconds for the pixels. */
export const DECODE_DEADLINE = 10_000
const THUMBNAIL_SIDE = 128

/** A decoded picture. */
export interface DecodedImage {
  /** For the network: RGB bytes [size, size, 3]. */
  pixels: Uint8Array
  /** For the history: RGBA, at most 128 px on its longer side. */
  thumbnail: ImageData
}

/** The pixels of a picture, of which each side may be shorter than in its file; and its size there. */
interface Decoded {
  picture: ImageData
  natural: Size
}

/**
 * Decodes a file whose size is known to be bearable.
 * @param size side of the network's input, pixels
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function decodeImage(bytes: ArrayBuffer, type: string, size: number): Promise<DecodedImage> {
  const decoded = await inTime(decode(bytes, type, size), DECODE_DEADLINE)
  return { pixels: squash(decoded.picture, size), thumbnail: thumbnailOf(decoded) }
}

/** Whether decoding a picture of this size would fill the memory. */
export function isHuge({ width, height }: Size): boolean {
  return width * height > MAX_PIXELS
}

/**
 * The pixels of a file, as many as are of use to a network that sees `side` of them.
 * @throws PictureError `not_a_picture`
 */
export async function decode(bytes: ArrayBuffer, type: string, side: number): Promise<Decoded> {
  const picture = await decodeLargeJpeg(bytes, side)
  if (picture) return { picture, natural: headerSize(bytes) ?? picture }
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new PictureError('not_a_picture')
  })
  try {
    return { picture: draw(bitmap, spareSize(bitmap, side)), natural: { width: bitmap.width, height: bitmap.height } }
  } finally {
    bitmap.close()
  }
}

export function thumbnailOf({ picture, natural }: Decoded): ImageData {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(natural.width, natural.height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  const context = contextOf(picture)
  context.putImageData(picture, 0, 0)
  return draw(context.canvas, { width: side(natural.width), height: side(natural.height) })
}

function draw(image: ImageBitmap | OffscreenCanvas, size: Size): ImageData {
  const context = contextOf(size)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, size.width, size.height)
  return context.getImageData(0, 0, size.width, size.height)
}

function contextOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new PictureError('not_a_picture')
  return context
}
