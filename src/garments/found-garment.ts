import type { Garment } from '../apparel/classes.ts'

/** A box as fractions of the picture's width and height. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A garment that was found in a picture. */
export interface FoundGarment {
  garment: Garment
  /** 0..1 */
  score: number
  box: Box
}
