import { expect, it } from 'vitest'
import { decodedSide, wantedSize } from './wanted-size.ts'

it('squashes into a square', () => {
  expect(wantedSize({ width: 30, height: 9000 }, { square: 224 })).toEqual({ width: 224, height: 224 })
  expect(decodedSide({ square: 224 })).toBe(224)
})

it.each([
  [4000, 2000, 800, 400],
  [1000, 4000, 200, 800],
  [300, 500, 300, 500],
  [9000, 2, 800, 1],
])('keeps the shape of %i × %i, and enlarges nothing', (width, height, wantedWidth, wantedHeight) => {
  expect(wantedSize({ width, height }, { longerSide: 800 })).toEqual({ width: wantedWidth, height: wantedHeight })
})

it('leaves decoders no less than is wanted', () => {
  expect(2 * decodedSide({ longerSide: 833 })).toBeGreaterThanOrEqual(833)
})
