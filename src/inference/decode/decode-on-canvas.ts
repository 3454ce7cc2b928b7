import { PictureError } from '../picture-error.ts'
import { fromCanvas } from '../resample/source.ts'
import type { Frame } from './decode-frame.ts'
import { drawReduced } from './draw-reduced.ts'

/**
 * Decodes a file as a page would show it.
 * @param side as for `drawReduced`
 * @throws PictureError `not_a_picture`, also for a damaged file of which an `<img>` shows the intact part
 */
export async function decodeOnCanvas(bytes: Uint8Array<ArrayBuffer>, type: string, side: number): Promise<Frame> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new PictureError('not_a_picture')
  })
  try {
    const { width, height } = bitmap
    const source = fromCanvas(drawReduced(bitmap, { width, height }, side))
    return { source, natural: { width, height }, close: () => {} }
  } finally {
    bitmap.close()
  }
}
