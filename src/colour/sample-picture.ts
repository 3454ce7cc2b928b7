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
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    const { x, y } = positionOf(i)
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    if ((data[at + 3] ?? 0) >= 128) labs.set(toLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), i * 3)
  }
  return labs
}

/** Position of the i-th sample, in fractions of the picture's width and height. */
export function positionOf(i: number): { x: number; y: number } {
  return { x: ((i % GRID_SIDE) + 0.5) / GRID_SIDE, y: (Math.floor(i / GRID_SIDE) + 0.5) / GRID_SIDE }
}
