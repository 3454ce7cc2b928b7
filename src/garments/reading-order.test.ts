import { expect, it } from 'vitest'
import { inReadingOrder } from './reading-order.ts'

const found = (garment: 'Hat' | 'Jacket' | 'Shoes' | 'Watch', left: number, top: number, bottom: number) => ({
  garment,
  score: 1,
  box: { left, top, right: left + 0.1, bottom },
})

it('goes from top to bottom, and from left to right in a row', () => {
  const [hat, jacket, watch] = [
    found('Hat', 0.5, 0, 0.1),
    found('Jacket', 0.4, 0.15, 0.5),
    found('Watch', 0.2, 0.3, 0.35),
  ]
  const [left, right] = [found('Shoes', 0.3, 0.92, 1), found('Shoes', 0.6, 0.9, 0.99)]
  expect(inReadingOrder([right, left, watch, jacket, hat])).toEqual([hat, watch, jacket, left, right])
})

it('starts a new row below the middle of the first garment', () => {
  const [jacket, watch] = [found('Jacket', 0.4, 0.1, 0.5), found('Watch', 0.2, 0.31, 0.35)]
  expect(inReadingOrder([watch, jacket])).toEqual([jacket, watch])
  expect(inReadingOrder([])).toEqual([])
})
