import { expect, it } from 'vitest'
import { overlapOf } from './overlap.ts'

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

it.each([
  ['the same box', box(0, 0, 2, 2), box(0, 0, 2, 2), 1],
  ['half a box', box(0, 0, 2, 2), box(0, 0, 1, 2), 0.5],
  ['a corner', box(0, 0, 2, 2), box(1, 1, 3, 3), 1 / 7],
  ['a common edge', box(0, 0, 1, 1), box(1, 0, 2, 1), 0],
  ['nothing', box(0, 0, 1, 1), box(2, 2, 3, 3), 0],
  ['an empty box', box(0, 0, 0, 0), box(0, 0, 0, 0), 0],
])('is the shared part of the union: %s', (_, a, b, expected) => {
  expect(overlapOf(a, b)).toBeCloseTo(expected)
  expect(overlapOf(b, a)).toBeCloseTo(expected)
})
