import { expect, test } from 'vitest'
import { reducedSize, reductionFactor } from './reduced-size.ts'

test('leaves at least twice as much as is left in the end, and less than four times', () => {
  for (const length of [896, 1000, 1791, 1792, 4000, 12_345]) {
    const left = length / reductionFactor(length, 224)
    expect(left).toBeGreaterThanOrEqual(448)
    expect(left).toBeLessThan(896)
  }
})

test('leaves a picture alone that is not so large', () => {
  for (const length of [1, 224, 895]) expect(reductionFactor(length, 224)).toBe(1)
})

test('shortens each side by itself: a strip keeps what it has', () => {
  expect(reducedSize({ width: 4001, height: 300 }, 224)).toEqual({ width: 501, height: 300 })
})
