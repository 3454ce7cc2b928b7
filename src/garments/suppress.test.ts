import { expect, it } from 'vitest'
import type { FoundGarment } from './found-garment.ts'
import { suppress } from './suppress.ts'

function found(garment: FoundGarment['garment'], score: number, left: number): FoundGarment {
  return { garment, score, box: { left, top: 0, right: left + 0.4, bottom: 1 } }
}

it('keeps the best of the boxes of one garment, in any order', () => {
  const [best, worse, worst] = [found('Hat', 0.9, 0.1), found('Hat', 0.8, 0.15), found('Hat', 0.7, 0.05)]
  expect(suppress([worst, best, worse])).toEqual([best])
})

it('keeps other classes and boxes further away, the best first', () => {
  const all = [found('Hat', 0.5, 0), found('Shirt', 0.9, 0), found('Hat', 0.7, 0.3)]
  expect(suppress(all).map(({ score }) => score)).toEqual([0.9, 0.7, 0.5])
})

it('lets a box that was dropped drop no other', () => {
  // The second overlaps the first and the third, which do not overlap each other enough.
  const chain = [found('Hat', 0.9, 0), found('Hat', 0.8, 0.1), found('Hat', 0.7, 0.2)]
  expect(suppress(chain).map(({ score }) => score)).toEqual([0.9, 0.7])
})
