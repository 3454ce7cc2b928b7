import { expect, it } from 'vitest'
import { Allowance } from './allowance.ts'

it('allows so many within a time, and more later', () => {
  const allowance = new Allowance(2, 1000)
  expect([0, 500, 900].map(now => allowance.take(now))).toEqual([true, true, false])
  expect([1000, 1499, 1500].map(now => allowance.take(now))).toEqual([true, false, true])
})
