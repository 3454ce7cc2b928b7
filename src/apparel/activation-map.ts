import { classes } from './classes.ts'
import type { Prediction } from './prediction.ts'

/** Side of a map: the network's last feature map has 7 × 7 cells. */
export const MAP_SIDE = 7

/** A point of a picture, as fractions of its width and height from its top left corner. */
export interface Point {
  x: number
  y: number
}

/**
 * The class activation map of the answered garment (Zhou et al. 2016, arXiv:1512.04150): which parts of the picture support
 * the answer. The strongest cell is 1; cells that count against the garment are 0.
 * @param activation [49, 11]: what each cell, row by row, adds to each logit
 * @returns 49 numbers of 0..1, row by row; undefined if the answer is *none* or no cell supports the garment
 * @throws RangeError if `activation` has another length
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

/** Maximum spread of a compact peak. Half of the garments in shops' pictures spread wider; a uniform map spreads 0.40. */
const MAX_SPREAD = 0.24

/**
 * The centre of mass of a map with one compact peak. Compact means that the root mean square distance of the cells from
 * the centre, weighted by the map, is at most 0.24 of the picture's side. Two separate garments are not compact.
 * @param map 49 numbers of 0..1, row by row, not all 0
 * @returns undefined if the peak is not compact
 */
export function centreOf(map: readonly number[]): Point | undefined {
  const mass = sum(map)
  const mean = (of: (place: Point) => number) => sum(map.map((weight, i) => weight * of(middle(i)))) / mass
  const centre = { x: mean(({ x }) => x), y: mean(({ y }) => y) }
  const spread = Math.sqrt(mean(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2))
  return spread <= MAX_SPREAD ? centre : undefined
}

/** The centre of the i-th cell. */
function middle(i: number): Point {
  return { x: ((i % MAP_SIDE) + 0.5) / MAP_SIDE, y: (Math.floor(i / MAP_SIDE) + 0.5) / MAP_SIDE }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
