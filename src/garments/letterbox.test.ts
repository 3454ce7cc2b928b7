import { expect, it } from 'vitest'
import { boxInPicture, intoSquare, letterboxOf } from './letterbox.ts'

it.each([
  [
    { width: 340, height: 510 },
    { left: 11, top: 0, width: 43, height: 64 },
  ],
  [
    { width: 1000, height: 250 },
    { left: 0, top: 24, width: 64, height: 16 },
  ],
  [
    { width: 8, height: 8 },
    { left: 0, top: 0, width: 64, height: 64 },
  ],
  [
    { width: 1, height: 5000 },
    { left: 31, top: 0, width: 1, height: 64 },
  ],
])('fits the whole picture into the square: %j', (picture, expected) => {
  // The left margin is the smaller one if the two differ.
  const { left, ...rest } = letterboxOf(picture, 64)
  expect({ left, ...rest }).toEqual({ ...expected, left: Math.floor((64 - expected.width) / 2) })
})

it('puts the picture where the letterbox says, on grey', () => {
  const letterbox = letterboxOf({ width: 2, height: 4 }, 4)
  const rgb = Uint8Array.from({ length: 2 * 4 * 3 }, (_, i) => i)
  const square = intoSquare(rgb, letterbox, 4)
  const pixel = (x: number, y: number) => [...square.subarray((y * 4 + x) * 3, (y * 4 + x) * 3 + 3)]
  expect(pixel(0, 0)).toEqual([128, 128, 128])
  expect(pixel(3, 3)).toEqual([128, 128, 128])
  expect(pixel(1, 0)).toEqual([0, 1, 2])
  expect(pixel(2, 3)).toEqual([21, 22, 23])
})

it('converts boxes to fractions of the picture and cuts them at its borders', () => {
  const letterbox = letterboxOf({ width: 100, height: 200 }, 100)
  expect(boxInPicture({ left: 25, top: 0, right: 50, bottom: 50 }, letterbox)).toEqual({
    left: 0,
    top: 0,
    right: 0.5,
    bottom: 0.5,
  })
  expect(boxInPicture({ left: -9, top: 90, right: 999, bottom: 120 }, letterbox)).toEqual({
    left: 0,
    top: 0.9,
    right: 1,
    bottom: 1,
  })
})

it('drops a box beside the picture', () => {
  const letterbox = letterboxOf({ width: 100, height: 200 }, 100)
  expect(boxInPicture({ left: 2, top: 10, right: 20, bottom: 30 }, letterbox)).toBeNull()
})
