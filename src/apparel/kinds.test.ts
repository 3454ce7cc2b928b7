import { expect, it } from 'vitest'
import { kinds } from './kinds.ts'
import { kindGroups, kindsOfGroups } from './more-kinds.ts'

it('has each kind once', () => {
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) !== i)).toEqual([])
})

it('offers groups of kinds in their order', () => {
  expect(kindsOfGroups([])).toEqual([])
  expect(kindsOfGroups(['knitwear', 'bags'])).toEqual(['Hoodie', 'Sweater', 'Cardigan', 'Bag', 'Backpack'])
  expect(kinds).toEqual(expect.arrayContaining(kindsOfGroups(kindGroups)))
})
