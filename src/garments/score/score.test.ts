import { expect, it } from 'vitest'
import { leastDetectorScore, scoreOf } from './score.ts'

it('grows with both, and more with the detector', () => {
  expect(scoreOf(0.5, 0.5)).toBeCloseTo(0.5)
  expect(scoreOf(0.6, 0.5)).toBeGreaterThan(scoreOf(0.5, 0.6))
  expect(scoreOf(0.5, 0.6)).toBeGreaterThan(scoreOf(0.5, 0.5))
  expect(scoreOf(1, 0)).toBeGreaterThan(0)
})

it('is reached by a sure classifier from the least score on', () => {
  expect(scoreOf(leastDetectorScore(0.4), 1)).toBeCloseTo(0.4)
})
