import type { Box } from './found-garment.ts'

/** Where a whole picture lies, as large as possible, in the middle of a square, in pixels of the square. */
export interface Letterbox {
  left: number
  top: number
  width: number
  height: number
}

/** @param side of the square, pixels */
export function letterboxOf(picture: { width: number; height: number }, side: number): Letterbox {
  const scale = side / Math.max(picture.width, picture.height)
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  return { left: Math.floor((side - width) / 2), top: Math.floor((side - height) / 2), width, height }
}

/** The colour around a picture: it is 0 to the network. */
const GREY = 128

/**
 * Puts a resampled picture into its square.
 * @param rgb bytes [height, width, 3] of the letterbox
 * @returns RGB bytes [side, side, 3]
 */
export function intoSquare(rgb: Uint8Array, { left, top, width, height }: Letterbox, side: number): Uint8Array {
  const square = new Uint8Array(side * side * 3).fill(GREY)
  for (let y = 0; y < height; y++)
    square.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), ((top + y) * side + left) * 3)
  return square
}

/**
 * Converts a box in pixels of the square to fractions of the picture, and cuts it at the picture's borders.
 * @returns null if nothing of it lies in the picture
 */
export function boxInPicture(box: Box, { left, top, width, height }: Letterbox): Box | null {
  const inPicture = {
    left: clamp((box.left - left) / width),
    top: clamp((box.top - top) / height),
    right: clamp((box.right - left) / width),
    bottom: clamp((box.bottom - top) / height),
  }
  return inPicture.left < inPicture.right && inPicture.top < inPicture.bottom ? inPicture : null
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}
