import { PictureError } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { Picture } from '../resample/source.ts'
import { reducedSize } from './reduced-size.ts'

/**
 * Draws a picture as a page would show it: with its orientation applied, in sRGB.
 * @param natural size of the picture
 * @param side of the square that the picture will be resampled to, pixels; a much larger picture is drawn at reduced size
 * @throws PictureError `not_a_picture` if there is no canvas of this size
 */
export function drawReduced(picture: CanvasImageSource, natural: PixelSize, side: number): Picture {
  const { width, height } = reducedSize(natural, side)
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new PictureError('not_a_picture')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  return { data, width, height }
}
