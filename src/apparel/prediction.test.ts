import { describe, expect, it } from 'vitest'
import { thresholds } from '../../tests/helpers/thresholds.ts'
import { classes, garments, NONE } from './classes.ts'
import { predict, ranked } from './prediction.ts'

const calibration = { temperature: 1, thresholds: thresholds(0.6) }

/** Logits that give the classes named these probabilities at temperature 1, and the others next to nothing. */
function logitsOf(shares: Partial<Record<(typeof classes)[number], number>>): number[] {
  return classes.map(label => Math.log(shares[label] ?? 1e-9))
}

describe('predict', () => {
  it('is the softmax of the logits', () => {
    const { probabilities } = predict([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], calibration)
    const sum = Array.from({ length: 11 }, (_, i) => Math.exp(i)).reduce((a, b) => a + b, 0)
    for (const [i, probability] of probabilities.entries()) expect(probability).toBeCloseTo(Math.exp(i) / sum, 12)
    expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
  })

  it('does not overflow on large logits', () => {
    const { probabilities, confidence } = predict([1000, 999, ...Array(9).fill(-1000)], calibration)
    expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
    expect(probabilities.every(Number.isFinite)).toBe(true)
  })

  it('divides by the temperature: a higher one lowers confidence and keeps the order', () => {
    const logits = [5, 3, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    const cold = predict(logits, { ...calibration, temperature: 0.5 })
    const warm = predict(logits, { ...calibration, temperature: 3 })
    expect(warm.confidence).toBeLessThan(cold.confidence)
    expect(warm.confidence / (warm.probabilities[1] ?? 0)).toBeCloseTo(Math.exp(2 / 3), 12)
    expect(
      ranked(warm)
        .slice(0, 3)
        .map(r => r.label),
    ).toEqual(
      ranked(cold)
        .slice(0, 3)
        .map(r => r.label),
    )
  })

  it('is a garment at or above the threshold, and unsure below it', () => {
    const logits = logitsOf({ Watch: 0.6, Wallet: 0.3, none: 0.1 })
    const { confidence } = predict(logits, calibration)
    const at = (threshold: number) => predict(logits, { temperature: 1, thresholds: thresholds(threshold) })
    expect(at(confidence)).toMatchObject({ verdict: 'garment', garment: 'Watch' })
    expect(at(confidence + 1e-9)).toMatchObject({ verdict: 'unsure', garment: 'Watch' })
  })

  it.each(garments)('applies the threshold of each garment: %s', garment => {
    const logits = logitsOf({ [garment]: 0.6, none: 0.3 })
    const verdictAt = (own: number, others: number) =>
      predict(logits, { temperature: 1, thresholds: thresholds(others, { [garment]: own }) }).verdict
    expect(verdictAt(0.5, 0.9)).toBe('garment')
    expect(verdictAt(0.7, 0)).toBe('unsure')
  })

  it('is none when none is most probable, and still names the best garment', () => {
    const prediction = predict(logitsOf({ none: 0.8, Shoes: 0.2 }), { temperature: 1, thresholds: thresholds(0.1) })
    expect(prediction).toMatchObject({ verdict: 'none', garment: 'Shoes' })
    expect(prediction.confidence).toBeCloseTo(0.2, 6)
  })

  it('is none on a tie between a garment and none', () => {
    const logits = Array(11).fill(0)
    expect(predict(logits, { temperature: 1, thresholds: thresholds(0) }).verdict).toBe('none')
  })

  it('reads typed arrays', () => {
    const logits = new Float32Array(11)
    logits[6] = 9
    expect(predict(logits, calibration).garment).toBe('T-Shirt')
  })

  it('rejects a wrong number of logits, or logits that are not finite', () => {
    expect(() => predict(Array(10).fill(0), calibration)).toThrow(RangeError)
    expect(() => predict(Array(12).fill(0), calibration)).toThrow(RangeError)
    expect(() => predict([Number.NaN, ...Array(10).fill(0)], calibration)).toThrow(RangeError)
    expect(() => predict(Array(11).fill(1), { ...calibration, temperature: 0 })).toThrow(RangeError)
  })
})

describe('ranked', () => {
  const prediction = predict(logitsOf({ Hat: 0.5, Shirt: 0.3, none: 0.2 }), calibration)

  it('lists all classes, most probable first', () => {
    const all = ranked(prediction)
    expect(all).toHaveLength(classes.length)
    expect(all.slice(0, 3).map(r => r.label)).toEqual(['Hat', 'Shirt', 'none'])
    expect(all.map(r => r.confidence)).toEqual([...prediction.probabilities].sort((a, b) => b - a))
  })

  it('stops at the requested count', () => {
    expect(ranked(prediction, 2)).toHaveLength(2)
    expect(classes[NONE]).toBe('none')
  })
})
