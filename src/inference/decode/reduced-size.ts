import type { PixelSize } from '../pixel-size.ts'

/** By how much a reduced picture is still larger than the side that it will be resampled to. */
const LEAST_RATIO = 2

/**
 * The factor by which a length may be reduced before it is resampled to `side`: the largest power of two that leaves at
 * least `leastRatio` times `side`. Halving averages neighbours, as the resampling filter does too, so the difference is
 * invisible: with a ratio of 2, 0.06 of 255 per pixel on average.
 */
export function reductionFactor(length: number, side: number, leastRatio = LEAST_RATIO): number {
  let factor = 1
  while (length >= 2 * leastRatio * side * factor) factor *= 2
  return factor
}

/** The size at which to decode a picture that will be resampled to `side`; each dimension on its own. */
export function reducedSize({ width, height }: PixelSize, side: number): PixelSize {
  return {
    width: Math.ceil(width / reductionFactor(width, side)),
    height: Math.ceil(height / reductionFactor(height, side)),
  }
}
