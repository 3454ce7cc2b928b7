import { type Lab, toLab } from './colour.ts'

/** Pixels as a canvas gives them: RGBA, not premultiplied. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Samples along a side: more would change no answer. */
export const GRID = 32

/** A picture's colours at GRID × GRID places, row by row; undefined where it is transparent. */
export function sample({ data, width, height }: Pixels): (Lab | undefined)[] {
  return Array.from({ length: GRID ** 2 }, (_, i) => {
    const { x, y } = placeOf(i)
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    return (data[at + 3] ?? 0) < 128 ? undefined : toLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
  })
}

/** Where the i-th sample lies: fractions of the picture's width and height. */
export function placeOf(i: number): { x: number; y: number } {
  return { x: ((i % GRID) + 0.5) / GRID, y: (Math.floor(i / GRID) + 0.5) / GRID }
}
