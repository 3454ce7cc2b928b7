import { expect, it } from 'vitest'
import { averagePrecision } from './average-precision.ts'

/** Answers from the best to the worst: `+` is right, `-` is wrong. */
function answers(text: string) {
  return [...text].map((sign, i) => ({ score: 1 - i / 100, isRight: sign === '+' }))
}

it.each([
  ['all found first', '++--', 2, 1],
  ['nothing found', '', 3, 0],
  ['nothing right', '---', 3, 0],
  ['half of the boxes', '+', 2, 0.5],
  ['a wrong one first', '-+', 1, 0.5],
  ['precision recovers', '-++', 2, 2 / 3],
  ['precision falls', '+-+', 2, (1 + 2 / 3) / 2],
])('is the area under the envelope: %s', (_, text, boxes, expected) => {
  expect(averagePrecision(answers(text), boxes)).toBeCloseTo(expected)
})

it('does not depend on the order in which answers are given', () => {
  const all = answers('+-+--+')
  expect(averagePrecision(all.toReversed(), 4)).toBe(averagePrecision(all, 4))
})

it('is null without boxes', () => {
  expect(averagePrecision(answers('-'), 0)).toBeNull()
})
