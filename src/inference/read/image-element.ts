import { DECODE_TIMEOUT_MS } from '../decode/decode-image.ts'
import { drawReduced } from '../decode/draw-reduced.ts'
import { inTime, PictureError } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { Picture } from '../resample/source.ts'

/**
 * Opens a file as an `<img>`, which supports every format and reports the size before it decodes, so that a decompression
 * bomb costs no more than its header. (Not `img.decode()`: it waits for a frame, which an offscreen document never has.)
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function openAsElement(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  try {
    const image = new Image()
    const loaded = new Promise<void>((resolve, reject) => {
      image.onload = () => resolve()
      image.onerror = () => reject(new PictureError('not_a_picture'))
    })
    image.src = url
    await inTime(loaded, DECODE_TIMEOUT_MS)
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

/**
 * Draws an element, the only way to read a damaged file of which the browser shows the intact part: `createImageBitmap` and
 * `ImageDecoder` refuse it. Decoding takes the document's own thread, so it comes last.
 * @param side as for `drawReduced`
 * @throws PictureError `not_a_picture` if nothing of it is intact
 */
export function drawElement(image: HTMLImageElement, natural: PixelSize, side: number): Picture {
  const picture = drawReduced(image, natural, side)
  const pixels = new Uint32Array(picture.data.buffer)
  if (pixels.every(pixel => pixel === 0)) throw new PictureError('not_a_picture')
  return picture
}
