import { garments } from '../apparel/classes.ts'
import { exp, log } from '../apparel/math/exp-log.ts'
import type { FoundGarment } from './found-garment.ts'
import { boxInPicture, type Letterbox } from './letterbox.ts'
import { suppress } from './suppress.ts'

/** What a detector says about a picture: `DetectorOutput` of src/network/detector.ts. */
interface Maps {
  /** [side, side, classes] */
  heat: Float32Array
  /** [side, side, classes, 4] */
  sides: Float32Array
}

/** The metadata that decoding needs: `DetectorCard` of src/network/detector.ts. */
interface Layout {
  /** In the order of the maps. Only the ten are decoded. */
  classes: string[]
  /** Pixels. */
  inputSize: number
  /** Side of a cell, pixels. */
  stride: number
}

/** Logarithms beyond these are noise: boxes of a tenth of a cell and of several pictures. */
const LEAST_LOG = -3
const MOST_LOG = 5

/**
 * Finds the peaks of the heat maps (Zhou et al. 2019, arXiv:1904.07850), and the box of each.
 * @param letterbox where the picture lies in the network's input
 * @param leastScore 0..1
 * @returns garments with boxes in fractions of the picture, the best first
 */
export function decodeGarments(
  { heat, sides }: Maps,
  { classes, inputSize, stride }: Layout,
  letterbox: Letterbox,
  leastScore: number,
): FoundGarment[] {
  const side = inputSize / stride
  const depth = classes.length
  const least = log(leastScore / (1 - leastScore))
  const found: FoundGarment[] = []
  for (const name of garments) {
    const c = classes.indexOf(name)
    if (c < 0) continue
    const heatAt = (x: number, y: number) =>
      x < 0 || y < 0 || x >= side || y >= side ? Number.NEGATIVE_INFINITY : (heat[(y * side + x) * depth + c] as number)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const value = heatAt(x, y)
        if (value < least || !isPeak(heatAt, x, y)) continue
        const place = ((y * side + x) * depth + c) * 4
        const [left, top, right, bottom] = Array.from(
          sides.subarray(place, place + 4),
          distance => lengthOf(distance) * stride,
        )
        const [centreX, centreY] = [(x + 0.5) * stride, (y + 0.5) * stride]
        const box = boxInPicture(
          {
            left: centreX - (left as number),
            top: centreY - (top as number),
            right: centreX + (right as number),
            bottom: centreY + (bottom as number),
          },
          letterbox,
        )
        if (box) found.push({ garment: name, score: 1 / (1 + exp(-value)), box })
      }
  }
  return suppress(found)
}

/** Whether no neighbour is larger. */
function isPeak(heatAt: (x: number, y: number) => number, x: number, y: number): boolean {
  const value = heatAt(x, y)
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if (heatAt(x + dx, y + dy) > value) return false
  return true
}

/** Cells. */
function lengthOf(logarithm: number): number {
  return exp(Math.min(MOST_LOG, Math.max(LEAST_LOG, logarithm)))
}
