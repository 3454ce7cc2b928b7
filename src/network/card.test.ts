import { expect, it } from 'vitest'
import card from '../../models/apparel/card.json'
import { classOfKind, kinds } from '../apparel/kinds.ts'

it('ships only kinds that the extension can name, each under its class', () => {
  expect(card.kinds.names.map(classOfKind)).toEqual(card.kinds.classes)
  expect(new Set(kinds)).toEqual(new Set(card.kinds.names))
})
