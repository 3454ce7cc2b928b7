import { expect, it } from 'vitest'
import { compareThirds } from './compare-thirds.ts'

it('compares the last third with the middle one and ignores the first', () => {
  const { seen, isMet } = compareThirds('memory', [10, 300, 100, 100, 104, 104], 'MB')
  expect(seen).toBe('100.0 → 104.0 MB (+ 4.0 %)')
  expect(isMet).toBe(true)
})

it('misses the bar when the last third has grown by more than 5 %', () => {
  expect(compareThirds('memory', [100, 100, 106], 'MB').isMet).toBe(false)
  expect(compareThirds('memory', [100, 0, 1], 'MB').isMet).toBe(false)
})

it('takes less for a good thing, and nothing for no growth', () => {
  expect(compareThirds('memory', [1, 100, 50], 'MB').isMet).toBe(true)
  expect(compareThirds('tensors', [0, 0, 0], 'MB').isMet).toBe(true)
})

it('compares what it is told to instead of the medians', () => {
  const least = (values: number[]) => Math.min(...values)
  expect(compareThirds('database', [9, 9, 20, 10, 10, 20], 'MB', least).seen).toBe('10.0 → 10.0 MB (+ 0.0 %)')
})

it('misses the bar with too few samples to compare', () => {
  expect(compareThirds('memory', [100, 100], 'MB').isMet).toBe(false)
})

it('has no bar for what the system does not tell', () => {
  expect(compareThirds('memory', [Number.NaN, Number.NaN, Number.NaN], 'MB')).not.toHaveProperty('isMet')
})
