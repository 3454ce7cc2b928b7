import { expect, it } from 'vitest'
import type { KindHead } from '../apparel/kind-answer.ts'
import { isWorthSearching } from './worth-searching.ts'

const head: KindHead = {
  names: ['Sneaker', 'Outfit', 'Coat', 'Logo'],
  classes: ['Shoes', 'none', 'Jacket', 'none'],
  calibration: { temperature: 1, thresholds: {} },
}
const size = { width: 300, height: 400 }
const worth = (shares: number[], of = size) => isWorthSearching(shares.map(Math.log), head, of)

it('is worth it where whole figures and sets are probable together', () => {
  expect(worth([0.75, 0.15, 0.1, 1e-9])).toBe(true)
  expect(worth([0.85, 0.1, 0.05, 1e-9])).toBe(false)
  expect(worth([0.5, 1e-9, 1e-9, 0.5])).toBe(false)
})

it('is not worth it in small pictures', () => {
  expect(worth([0.1, 0.9, 1e-9, 1e-9], { width: 159, height: 900 })).toBe(false)
  expect(worth([0.1, 0.9, 1e-9, 1e-9], { width: 160, height: 160 })).toBe(true)
})
