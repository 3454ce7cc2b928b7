import { expect, it } from 'vitest'
import { confidenceOf } from '../../src/garments/score/confidence.ts'
import { dice } from '../../tests/helpers/integer/random.ts'
import { calibrationError, fitConfidence } from './fit-confidence.ts'

it('finds the calibration that garments follow', () => {
  const truth = { slope: 1.5, offset: 2 }
  const roll = dice(7)
  const shown = Array.from({ length: 4000 }, () => {
    const score = roll(340, 950) / 1000
    return { score, isThere: roll(0, 9999) / 10_000 < confidenceOf(score, truth) }
  })
  const found = fitConfidence(shown)
  for (const score of [0.35, 0.5, 0.8]) expect(confidenceOf(score, found)).toBeCloseTo(confidenceOf(score, truth), 1)
  expect(calibrationError(shown, found)).toBeLessThan(0.02)
  expect(calibrationError(shown, { slope: 1, offset: 0 })).toBeGreaterThan(0.1)
})
