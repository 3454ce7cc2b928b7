import type { Lab } from './colour.ts'

/** A colour and the total weight of its samples. */
export interface Cluster {
  lab: Lab
  weight: number
}

/** How far apart the colours of one cloth are, in OKLab. */
const CLOTH_RADIUS = 0.06
/** Lightness counts less than hue, because folds and shadows change it more. */
const LIGHTNESS_WEIGHT = 0.4
/** Side lengths of the histogram's cells. */
const CELL_SIDES = { lightness: 0.12, hue: 0.05 }
/** Cells along each axis: enough for every sRGB colour. */
const CELLS_PER_AXIS = 16

/**
 * Finds the dominant colours of weighted samples: the densest cell of a histogram with everything near it, then the densest
 * cell of the rest. Uses plain loops, because calling a function for each number takes ten times as long.
 * @param labs [samples, 3] in OKLab
 * @param weights how much each sample counts, 0 or more; samples with weight 0 may be NaN
 * @param limit the maximum number of colours
 */
export function mainColours(labs: Float64Array, weights: Float64Array, limit: number): Cluster[] {
  const found: Cluster[] = []
  const left = weights.slice()
  const cells = cellsOf(labs, weights)
  while (found.length < limit && weightOf(left) > 0) {
    const { lab: centre } = meanOf(labs, inDensestCell(cells, left))
    const { lab: moved } = meanOf(labs, around(centre, labs, left))
    const members = around(moved, labs, left)
    found.push(meanOf(labs, members))
    for (let i = 0; i < left.length; i++) if (at(members, i) > 0) left[i] = 0
  }
  return found
}

/** The histogram's cell of each sample; 0 for those that do not count. */
function cellsOf(labs: Float64Array, weights: Float64Array): Uint16Array {
  const cells = new Uint16Array(weights.length)
  for (let i = 0; i < weights.length; i++) if (at(weights, i) > 0) cells[i] = cellOf(labs, i)
  return cells
}

/** The weights in the densest cell; 0 elsewhere. */
function inDensestCell(cells: Uint16Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array(CELLS_PER_AXIS ** 3)
  for (let i = 0; i < weights.length; i++) {
    const cell = cells[i] as number
    sums[cell] = at(sums, cell) + at(weights, i)
  }
  let densest = 0
  // Ties go to the first cell.
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number
    if (at(sums, cell) > at(sums, densest)) densest = cell
  }
  const inside = new Float64Array(weights.length)
  for (let i = 0; i < weights.length; i++) if (cells[i] === densest) inside[i] = at(weights, i)
  return inside
}

function cellOf(labs: Float64Array, i: number): number {
  const lightness = Math.round(at(labs, i * 3) / CELL_SIDES.lightness)
  const a = Math.round(at(labs, i * 3 + 1) / CELL_SIDES.hue) + CELLS_PER_AXIS / 2
  const b = Math.round(at(labs, i * 3 + 2) / CELL_SIDES.hue) + CELLS_PER_AXIS / 2
  return (lightness * CELLS_PER_AXIS + a) * CELLS_PER_AXIS + b
}

/** The weights of samples near a colour; 0 elsewhere. */
function around([lightness, a, b]: Lab, labs: Float64Array, weights: Float64Array): Float64Array {
  const inside = new Float64Array(weights.length)
  for (let i = 0; i < weights.length; i++) {
    if (at(weights, i) === 0) continue
    const squaredDistance =
      ((at(labs, i * 3) - lightness) * LIGHTNESS_WEIGHT) ** 2 +
      (at(labs, i * 3 + 1) - a) ** 2 +
      (at(labs, i * 3 + 2) - b) ** 2
    if (squaredDistance < CLOTH_RADIUS ** 2) inside[i] = at(weights, i)
  }
  return inside
}

function meanOf(labs: Float64Array, weights: Float64Array): Cluster {
  let [lightness, a, b] = [0, 0, 0]
  for (let i = 0; i < weights.length; i++) {
    const weight = at(weights, i)
    if (weight === 0) continue
    lightness += at(labs, i * 3) * weight
    a += at(labs, i * 3 + 1) * weight
    b += at(labs, i * 3 + 2) * weight
  }
  const weight = weightOf(weights)
  return { lab: [lightness / weight, a / weight, b / weight], weight }
}

export function weightOf(weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += at(weights, i)
  return sum
}

/** Reads an element that is known to exist. */
function at(values: Float64Array, i: number): number {
  return values[i] as number
}
