import { expect, it } from 'vitest'
import { exp, log } from './exp-log.ts'

const numbers = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 20_011) / 20_011)

it('agrees with the exponential of Math', () => {
  for (const number of numbers) {
    for (const x of [number * 2 - 1, (number - 0.5) * 60, (number - 0.5) * 1400])
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(5e-16)
  }
})

it('agrees with the logarithm of Math', () => {
  for (const number of numbers) {
    for (const x of [number, 0.5 + number, number * 1e6, number * 1e-30, number * 1e300]) {
      if (x > 0) expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(Math.abs(Math.log(x)) * 5e-16)
    }
  }
})

it.each([
  [0, 1],
  [-0, 1],
  [2, 7.38905609893065],
  [-1000, 0],
  [-744, 1e-323],
  [1000, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, 0],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NaN, Number.NaN],
])('exp(%s) is %s', (x, power) => {
  expect(exp(x)).toBe(power)
})

it.each([
  [1, 0],
  [Math.E, 1],
  [0, Number.NEGATIVE_INFINITY],
  [-1, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NaN, Number.NaN],
])('log(%s) is %s', (x, logarithm) => {
  expect(log(x)).toBe(logarithm)
})

it('gives these very digits, in whatever engine this runs', () => {
  expect([-20.7, -0.3, 0.1, 3.3].map(exp)).toEqual([
    1.0235385977594162e-9, 0.7408182206817179, 1.1051709180756477, 27.112638920657883,
  ])
  expect([1e-30, 0.017, 0.83, 12.5].map(log)).toEqual([
    -69.07755278982137, -4.074541934925921, -0.18632957819149348, 2.5257286443082556,
  ])
})
