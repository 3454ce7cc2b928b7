import { describe, expect, test } from 'vitest'
import { areaInterval, wilsonInterval } from './intervals.ts'

describe('wilsonInterval', () => {
  test.each([
    [10, 10, 0.7225, 1],
    [0, 20, 0, 0.1611],
    [50, 100, 0.4038, 0.5962],
    [81, 263, 0.2553, 0.3662], // Newcombe 1998, Statistics in Medicine 17:857–872, table I
    [1, 29, 0.0061, 0.1718], // the same
  ])('gives the published bounds for %i of %i', (right, n, low, high) => {
    const interval = wilsonInterval(right / n, n)
    expect(interval[0]).toBeCloseTo(low, 4)
    expect(interval[1]).toBeCloseTo(high, 4)
  })
})

describe('areaInterval', () => {
  test('matches the Mann–Whitney test where a bound is 0.5', () => {
    // By chance the area has the variance (m + n + 1) / 12mn. This area is at the edge of the interval.
    const reach = 1.959964 * Math.sqrt((12 + 15 + 1) / (12 * 12 * 15))
    expect(areaInterval(0.5 + reach, 12, 15)[0]).toBeCloseTo(0.5, 6)
    expect(areaInterval(0.5 - reach, 12, 15)[1]).toBeCloseTo(0.5, 6)
  })

  test('is mirrored when positives and negatives are swapped', () => {
    const [low, high] = areaInterval(0.8, 30, 30)
    const mirrored = areaInterval(0.2, 30, 30)
    expect(mirrored[0]).toBeCloseTo(1 - high, 6)
    expect(mirrored[1]).toBeCloseTo(1 - low, 6)
  })

  test('ends at 1 for a perfect separation, and is wider with fewer pictures', () => {
    const [few, fewHigh] = areaInterval(1, 5, 5)
    const [many, manyHigh] = areaInterval(1, 500, 500)
    expect([fewHigh, manyHigh]).toEqual([1, 1])
    expect(few).toBeGreaterThan(0.3)
    expect(many).toBeGreaterThan(few)
    expect(many).toBeLessThan(1)
  })
})
