import { toLab } from './colour.ts'

/** Pixels as a canvas gives them: RGBA, not premultiplied. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Samples along a side: more would change no answer. */
export const GRID = 32
export const SAMPLES = GRID ** 2

/** A picture's colours in OKLab, [SAMPLES, 3], at GRID × GRID places, row by row; NaN where it is transparent. */
export function sample({ data, width, height }: Pixels): Float64Array {
  const labs = new Float64Array(SAMPLES * 3).fill(Number.NaN)
  for (let i = 0; i < SAMPLES; i++) {
    const { x, y } = placeOf(i)
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    if ((data[at + 3] ?? 0) >= 128) labs.set(toLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), i * 3)
  }
  return labs
}

/** Where the i-th sample lies: fractions of the picture's width and height. */
export function placeOf(i: number): { x: number; y: number } {
  return { x: ((i % GRID) + 0.5) / GRID, y: (Math.floor(i / GRID) + 0.5) / GRID }
}
