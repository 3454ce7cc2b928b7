import { expect, it } from 'vitest'
import { confidenceOf } from './confidence.ts'

it('keeps a score with a slope of 1 and no offset', () => {
  for (const score of [0.1, 0.5, 0.9]) expect(confidenceOf(score, { slope: 1, offset: 0 })).toBeCloseTo(score)
})

it('keeps the order of scores, within 0 and 1', () => {
  const all = [0, 0.01, 0.3, 0.5, 0.99, 1].map(score => confidenceOf(score, { slope: 1.7, offset: 2 }))
  expect(all).toEqual(all.toSorted((a, b) => a - b))
  for (const one of all) expect(one).toBeGreaterThanOrEqual(0)
  for (const one of all) expect(one).toBeLessThanOrEqual(1)
})
