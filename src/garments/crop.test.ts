import { expect, it } from 'vitest'
import { cropOf } from './crop.ts'

/** Each pixel's red is its column, its green its row. */
const picture = (width: number, height: number) => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3)
    return [pixel % width, Math.floor(pixel / width), 0][i % 3] as number
  }),
})

it('cuts the box with a margin of a tenth of its sides', () => {
  const crop = cropOf(picture(100, 50), { left: 0.2, top: 0.4, right: 0.4, bottom: 0.8 })
  expect([crop.width, crop.height]).toEqual([24, 24])
  expect([...crop.pixels.subarray(0, 3)]).toEqual([18, 18, 0])
  expect([...crop.pixels.subarray(-3)]).toEqual([41, 41, 0])
})

it('ends at the borders of the picture, and is never empty', () => {
  const whole = cropOf(picture(8, 6), { left: 0, top: 0, right: 1, bottom: 1 })
  expect(whole).toEqual(picture(8, 6))
  const dot = cropOf(picture(8, 6), { left: 0.9999, top: 0.9999, right: 1, bottom: 1 })
  expect(dot).toEqual({ width: 1, height: 1, pixels: Uint8Array.of(7, 5, 0) })
})
