import { expect, test } from 'vitest'
import { reducedSize, reductionFactor } from './reduced-size.ts'

test('leaves between two and four times the final length', () => {
  for (const length of [896, 1000, 1791, 1792, 4000, 12_345]) {
    const left = length / reductionFactor(length, 224)
    expect(left).toBeGreaterThanOrEqual(448)
    expect(left).toBeLessThan(896)
  }
})

test('does not reduce smaller pictures', () => {
  for (const length of [1, 224, 895]) expect(reductionFactor(length, 224)).toBe(1)
})

test('reduces each dimension on its own, so that a strip keeps its short side', () => {
  expect(reducedSize({ width: 4001, height: 300 }, 224)).toEqual({ width: 501, height: 300 })
})
