import { expect, it } from 'vitest'
import { createBackground } from './background.ts'
import type { LearningBase } from './learning-base.ts'
import { anyKind, kindFrom, knownKind, logDensity } from './likelihood.ts'

const between = Float32Array.of(4, 9)
const at = (...values: number[]) => Float32Array.from(values)

it('puts the mean of a kind between its examples and the mean of all kinds, nearer with more examples', () => {
  const one = kindFrom([at(2, 2)], [1], { between })
  // One example in a dimension whose means vary by 4: 4 parts of 5.
  expect(one.mean[0]).toBeCloseTo(1.6)
  expect(one.mean[1]).toBeCloseTo(1.8)
  const many = kindFrom(Array(50).fill(at(2, 2)), Array(50).fill(1), { between })
  expect(many.mean[0]).toBeGreaterThan(1.98)
})

it('is less sure of a kind with fewer examples', () => {
  const densityAtMean = (count: number) => {
    const kind = kindFrom(Array(count).fill(at(1, 1)), Array(count).fill(1), { between })
    return logDensity(kind, kind.mean)
  }
  expect(densityAtMean(20)).toBeGreaterThan(densityAtMean(5))
  expect(densityAtMean(5)).toBeGreaterThan(densityAtMean(1))
})

it('counts examples of less weight as fewer', () => {
  const heavy = kindFrom([at(2, 0), at(-2, 0)], [1, 0.001], { between })
  expect(heavy.mean[0]).toBeCloseTo(kindFrom([at(2, 0)], [1], { between }).mean[0] ?? 0, 1)
})

it('is the logarithm of a Gaussian', () => {
  // Variances 5 and 10; the constant of all Gaussians is left out.
  const expected = -(1 / 5 + 4 / 10) / 2 - (Math.log(5) + Math.log(10)) / 2
  expect(logDensity(anyKind({ between }), at(1, 2))).toBeCloseTo(expected, 5)
  expect(logDensity(knownKind(at(1, 1)), at(1, 3))).toBeCloseTo(-2)
})

it('has a background that is at least as high as what no kind explains, and highest at known kinds', () => {
  const base = { between, kindMeans: [at(3, 0), at(0, 5)], kindNames: ['Dress', 'Shirt'] } as unknown as LearningBase
  const background = createBackground(base)
  for (const place of [at(3, 0), at(0, 5), at(20, -20)])
    expect(background.of(place)).toBeGreaterThanOrEqual(background.atLeast(place))
  expect(background.of(at(3, 0))).toBeGreaterThan(background.of(at(6, 0)))
  expect(createBackground(base, 'Dress').of(at(3, 0))).toBeLessThan(background.of(at(3, 0)))
})
