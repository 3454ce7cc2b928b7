import { expect, it } from 'vitest'
import { intervalAfter } from './pace.ts'

it('answers twice a second where that is cheap', () => {
  expect(intervalAfter(2, 40)).toBe(500)
})

it.each([
  [10, 200],
  [0, 400],
  [300, 0],
])('takes at most a quarter of the time: %i ms of drawing, %i ms of networks', (drawing, networks) => {
  expect((drawing + networks) / intervalAfter(drawing, networks)).toBeLessThanOrEqual(0.25)
})

it('never waits longer than ten seconds', () => {
  expect(intervalAfter(0, 60_000)).toBe(10_000)
})
