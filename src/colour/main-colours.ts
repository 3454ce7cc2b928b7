import type { Lab } from './colour.ts'

/** A colour and the weight of all that has it. */
export interface Cluster {
  lab: Lab
  weight: number
}

/** How far the colours of one cloth lie apart. */
const REACH = 0.06
/** Folds and shadows change a cloth's lightness more than its hue. */
const LIGHTNESS = 0.4
/** Sides of the cells in which the fullest place is looked for. */
const CELL = { lightness: 0.12, hue: 0.05 }
/** Cells along an axis, which is more than the colours of a screen reach in either direction. */
const CELLS = 16

/**
 * The colours of which most of some samples are: the fullest place with all around it, then the fullest of what is left.
 * Here are loops, since to call a function for each number takes ten times as long.
 * @param labs [samples, 3] in OKLab
 * @param weights how much each sample counts, 0 or more; what counts nothing may have no colour
 * @param most so many at most
 */
export function mainColours(labs: Float64Array, weights: Float64Array, most: number): Cluster[] {
  const found: Cluster[] = []
  const left = weights.slice()
  while (found.length < most && weightOf(left) > 0) {
    const { lab: centre } = meanOf(labs, inFullestCell(labs, left))
    const { lab: moved } = meanOf(labs, around(centre, labs, left))
    const members = around(moved, labs, left)
    found.push(meanOf(labs, members))
    for (let i = 0; i < left.length; i++) if (at(members, i) > 0) left[i] = 0
  }
  return found
}

/** Of some weights those in the fullest cell, the others 0. */
function inFullestCell(labs: Float64Array, weights: Float64Array): Float64Array {
  const cells = new Uint16Array(weights.length)
  const sums = new Float64Array(CELLS ** 3)
  for (let i = 0; i < weights.length; i++) {
    if (at(weights, i) === 0) continue
    const cell = cellOf(labs, i)
    cells[i] = cell
    sums[cell] = at(sums, cell) + at(weights, i)
  }
  let fullest = 0
  // The first of those that are equally full.
  for (const cell of cells) if (at(sums, cell) > at(sums, fullest)) fullest = cell
  const inside = new Float64Array(weights.length)
  for (let i = 0; i < weights.length; i++) if (cells[i] === fullest) inside[i] = at(weights, i)
  return inside
}

function cellOf(labs: Float64Array, i: number): number {
  const lightness = Math.round(at(labs, i * 3) / CELL.lightness)
  const a = Math.round(at(labs, i * 3 + 1) / CELL.hue) + CELLS / 2
  const b = Math.round(at(labs, i * 3 + 2) / CELL.hue) + CELLS / 2
  return (lightness * CELLS + a) * CELLS + b
}

/** Of some weights those of colours near one, the others 0. */
function around([lightness, a, b]: Lab, labs: Float64Array, weights: Float64Array): Float64Array {
  const inside = new Float64Array(weights.length)
  for (let i = 0; i < weights.length; i++) {
    if (at(weights, i) === 0) continue
    const far =
      ((at(labs, i * 3) - lightness) * LIGHTNESS) ** 2 + (at(labs, i * 3 + 1) - a) ** 2 + (at(labs, i * 3 + 2) - b) ** 2
    if (far < REACH ** 2) inside[i] = at(weights, i)
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
  for (const weight of weights) sum += weight
  return sum
}

/** There is one: only the compiler does not know. */
function at(values: Float64Array, i: number): number {
  return values[i] as number
}
