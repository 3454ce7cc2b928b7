import { toLab } from './colour.ts'

/** Pixels as a canvas returns them: RGBA, not premultiplied. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Samples per side; more do not change the result. */
export const GRID_SIDE = 32
export const SAMPLE_COUNT = GRID_SIDE ** 2

/** A picture's colours in OKLab, [SAMPLE_COUNT, 3], on a grid of GRID_SIDE × GRID_SIDE samples, row by row; NaN if transparent. */
export function samplePicture({ data, width, height }: Pixels): Float64Array {
  const labs = new Float64Array(SAMPLE_COUNT * 3).fill(Number.NaN)
  let before = -1
  let lab = toLab(0, 0, 0)
  const columns = offsets(width)
  const rows = offsets(height)
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    const row = rows[Math.floor(i / GRID_SIDE)] as number
    const at = (row * width + (columns[i % GRID_SIDE] as number)) * 4
    if ((data[at + 3] as number) < 128) continue
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
    // Plain backgrounds repeat one colour, and its cube roots are slow.
    const colour = (red << 16) | (green << 8) | blue
    if (colour !== before) lab = toLab(red, green, blue)
    before = colour
    labs[i * 3] = lab[0]
    labs[i * 3 + 1] = lab[1]
    labs[i * 3 + 2] = lab[2]
  }
  return labs
}

/** Where the samples of a row or column lie in a picture of this length, pixels. */
function offsets(length: number): Uint32Array {
  return Uint32Array.from({ length: GRID_SIDE }, (_, i) => Math.floor(positionOf(i).x * length))
}

/** Position of the i-th sample, in fractions of the picture's width and height. */
export function positionOf(i: number): { x: number; y: number } {
  return { x: ((i % GRID_SIDE) + 0.5) / GRID_SIDE, y: (Math.floor(i / GRID_SIDE) + 0.5) / GRID_SIDE }
}
