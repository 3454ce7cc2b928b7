import { expect, it } from 'vitest'
import type { Garment } from '../apparel/classes.ts'
import { withoutInner } from './inner-garments.ts'
import type { NamedGarment } from './picture-garments.ts'

function found(garment: Garment, score: number, left: number, right: number, bottom = 1): NamedGarment {
  return { garment, score, box: { left, top: 0, right, bottom } }
}

const coat = found('Jacket', 0.9, 0.2, 0.8)

it('leaves out a garment within a better one of its name', () => {
  expect(withoutInner([found('Jacket', 0.5, 0.3, 0.5, 0.4), coat])).toEqual([coat])
})

it('leaves it out if most of it lies within', () => {
  expect(withoutInner([coat, found('Jacket', 0.5, 0.1, 0.5)])).toEqual([coat])
  const beside = found('Jacket', 0.5, 0, 0.5)
  expect(withoutInner([coat, beside])).toEqual([coat, beside])
})

it.each([
  ['another garment', found('Shirt', 0.5, 0.3, 0.5, 0.4)],
  ['one around it', found('Jacket', 0.5, 0, 1)],
  ['a better one', found('Jacket', 0.95, 0.3, 0.5, 0.4)],
  ['what the user has said', { ...found('Jacket', 0.5, 0.3, 0.5, 0.4), byUser: 'told' as const }],
  ['one elsewhere', found('Jacket', 0.5, 0.85, 0.95)],
])('keeps %s', (_, other) => {
  expect(withoutInner([coat, other])).toEqual([coat, other])
})
