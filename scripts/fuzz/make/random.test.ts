import { expect, it } from 'vitest'
import { Random } from './random.ts'

const draws = (seed: number) => {
  const random = new Random(seed)
  return Array.from({ length: 1000 }, () => random.below(1000))
}

it('makes the same choices from the same seed, and others from the next one', () => {
  expect(draws(7)).toEqual(draws(7))
  const shared = draws(7).filter((value, i) => value === draws(8)[i])
  expect(shared.length).toBeLessThan(20)
})

it('reaches the whole range, and nothing else', () => {
  const random = new Random(1)
  const seen = new Set(Array.from({ length: 1000 }, () => random.below(10)))
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(random.below(0)).toBe(0)
  expect(() => random.pick([])).toThrow()
})
