import { classes } from './classes.ts'
import type { Prediction } from './prediction.ts'

/** Side of a map: the network's last feature map has 7 × 7 places. */
export const MAP_SIDE = 7

/** A point of a picture, as fractions of its width and height from its top left corner. */
export interface Point {
  x: number
  y: number
}

/**
 * Where a picture speaks for its answer: the class activation map of the garment (Zhou et al. 2016, arXiv:1512.04150).
 * The strongest place is 1; what speaks against the garment counts as nothing, 0.
 * @param activation [49, 11]: what each place, row by row, adds to each logit
 * @returns 49 numbers of 0..1, row by row; undefined where there is nothing to explain, since the answer is *none* or no
 * place speaks for the garment
 * @throws RangeError where `activation` is of another length
 */
export function activationMap(activation: ArrayLike<number>, prediction: Prediction): number[] | undefined {
  const places = MAP_SIDE ** 2
  if (activation.length !== places * classes.length)
    throw new RangeError(`expected ${places} × ${classes.length} activations, got ${activation.length}`)
  if (prediction.verdict === 'none') return undefined
  const column = classes.indexOf(prediction.garment)
  const evidence = Array.from({ length: places }, (_, i) => Math.max(0, activation[i * classes.length + column] ?? 0))
  const most = Math.max(...evidence)
  return most > 0 ? evidence.map(value => value / most) : undefined
}

/** Half of the garments in shops' pictures spread wider than this; an even map spreads 0.40. */
const COMPACT = 0.24

/**
 * The centre of gravity of a map that is clear-cut: of one compact peak. Compact means that the places, weighted by the
 * map, lie within 0.24 of the picture's side from that centre in root mean square. Two garments apart are not.
 * @param map 49 numbers of 0..1, row by row, not all 0
 * @returns undefined where the map is not clear-cut
 */
export function centreOf(map: readonly number[]): Point | undefined {
  const mass = sum(map)
  const mean = (of: (place: Point) => number) => sum(map.map((weight, i) => weight * of(middle(i)))) / mass
  const centre = { x: mean(({ x }) => x), y: mean(({ y }) => y) }
  const spread = Math.sqrt(mean(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2))
  return spread <= COMPACT ? centre : undefined
}

/** The middle of the i-th place. */
function middle(i: number): Point {
  return { x: ((i % MAP_SIDE) + 0.5) / MAP_SIDE, y: (Math.floor(i / MAP_SIDE) + 0.5) / MAP_SIDE }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
