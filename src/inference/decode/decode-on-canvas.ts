import { PictureError } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import { fromCanvas, type Picture } from '../resample/source.ts'
import type { Frame } from './decode-frame.ts'
import { reducedSize } from './reduced-size.ts'

/**
 * Decodes a file as a page would show it: with its orientation applied, in sRGB.
 * @param side of the square that the picture will be resampled to, pixels; a much larger picture is drawn at reduced size
 * @throws PictureError `not_a_picture`
 */
export async function decodeOnCanvas(bytes: Uint8Array<ArrayBuffer>, type: string, side: number): Promise<Frame> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new PictureError('not_a_picture')
  })
  try {
    const { width, height } = bitmap
    return { source: fromCanvas(draw(bitmap, reducedSize(bitmap, side))), natural: { width, height }, close: () => {} }
  } finally {
    bitmap.close()
  }
}

function draw(bitmap: ImageBitmap, { width, height }: PixelSize): Picture {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new PictureError('not_a_picture')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
