import type { Box } from './found-garment.ts'

/** Pixels [height, width, 3] of a picture, RGB bytes. */
export interface RgbPicture {
  pixels: Uint8Array
  width: number
  height: number
}

/** Share of a garment's width and height around it that its crop shows too: pictures of single garments have such borders. */
const MARGIN = 0.1

/** Cuts a garment out of a picture, with a margin. @param box as fractions of the picture */
export function cropOf({ pixels, width, height }: RgbPicture, box: Box): RgbPicture {
  const [marginX, marginY] = [(box.right - box.left) * MARGIN, (box.bottom - box.top) * MARGIN]
  const left = within(Math.round((box.left - marginX) * width), width - 1)
  const top = within(Math.round((box.top - marginY) * height), height - 1)
  const cropWidth = Math.max(1, within(Math.round((box.right + marginX) * width), width) - left)
  const cropHeight = Math.max(1, within(Math.round((box.bottom + marginY) * height), height) - top)
  const crop = new Uint8Array(cropWidth * cropHeight * 3)
  for (let y = 0; y < cropHeight; y++) {
    const from = ((top + y) * width + left) * 3
    crop.set(pixels.subarray(from, from + cropWidth * 3), y * cropWidth * 3)
  }
  return { pixels: crop, width: cropWidth, height: cropHeight }
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
