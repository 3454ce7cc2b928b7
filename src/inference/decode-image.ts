import { inTime, PictureError } from './failure.ts'

/** 50 megapixels: 200 MB once decoded. */
export const MAX_PIXELS = 50e6
/** Milliseconds for header and pixels together. */
export const DECODE_DEADLINE = 10_000
/** Larger pictures are drawn smaller at once: more detail would not reach a network that sees 224 px. */
const MAX_SIDE = 1024
const THUMBNAIL_SIDE = 128

/** A decoded picture. */
export interface DecodedImage {
  /** RGBA, at most 1024 px on its longer side. */
  pixels: ImageData
  /** For the history: at most 128 px on its longer side. */
  thumbnail: OffscreenCanvas
}

/**
 * Decodes a file of any format that the browser knows, SVG included. An `<img>` tells its size before it decodes, so a
 * bomb of pixels is refused for the price of its header; an ImageBitmap then decodes away from this thread. (Not
 * `img.decode()`: it waits for a frame, and an offscreen document never has one.)
 * @throws PictureError `empty`, `not_a_picture`, `too_many_pixels` or `timed_out`
 */
export async function decodeImage(file: Blob): Promise<DecodedImage> {
  if (file.size === 0) throw new PictureError('empty')
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await inTime(loaded(image), DECODE_DEADLINE)
    const { naturalWidth: width, naturalHeight: height } = image
    if (width * height > MAX_PIXELS) throw new PictureError('too_many_pixels', `${width}×${height}`)
    const decoded = isSvg(file) ? image : await inTime(createImageBitmap(file), DECODE_DEADLINE)
    const canvas = draw(decoded, width, height, MAX_SIDE)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
    const thumbnail = draw(decoded, width, height, THUMBNAIL_SIDE)
    if (decoded instanceof ImageBitmap) decoded.close()
    return { pixels, thumbnail }
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError('not_a_picture')
  } finally {
    URL.revokeObjectURL(url)
  }
}

function loaded(image: HTMLImageElement): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new PictureError('not_a_picture'))
  })
}

function isSvg(file: Blob): boolean {
  return file.type.startsWith('image/svg')
}

/** An SVG may have no size of its own; it is drawn at a size that the network can use. */
function draw(image: CanvasImageSource, naturalWidth: number, naturalHeight: number, maxSide: number): OffscreenCanvas {
  const [width, height] = [naturalWidth || 256, naturalHeight || 256]
  const scale = Math.min(1, maxSide / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new PictureError('not_a_picture')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
