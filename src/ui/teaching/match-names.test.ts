import { expect, it } from 'vitest'
import { fold } from '../../history/search/fold.ts'
import { isNameKnown, matchNames, type SayableName } from './match-names.ts'

const say = (name: string, isMain: boolean, ...others: string[]): SayableName => ({
  said: { ownName: name },
  name,
  words: fold([name, ...others].join(' ')),
  isMain,
})
const names = [
  say('Shirt', true),
  say('Shoes', true, 'footwear'),
  say('T-Shirt', true, 'tshirt'),
  say('Polo shirt', false),
  say('Sneakers', false, 'trainers', 'tennis shoes'),
  say('Überwurf', false),
]
const found = (typed: string) => matchNames(names, typed).map(({ name }) => name)

it('offers the main names before anything is typed', () => {
  expect(found('')).toEqual(['Shirt', 'Shoes', 'T-Shirt'])
  expect(found('  ')).toEqual(found(''))
})

it('puts the name itself first, then names that begin so, then others', () => {
  expect(found('shirt')).toEqual(['Shirt', 'T-Shirt', 'Polo shirt'])
  expect(found('sh')).toEqual(['Shirt', 'Shoes', 'T-Shirt', 'Polo shirt', 'Sneakers'])
  expect(found('shoe')).toEqual(['Shoes', 'Sneakers'])
})

it('finds other words for a name, in any case and without accents', () => {
  expect(found('TRAIN')).toEqual(['Sneakers'])
  expect(found('uber')).toEqual(['Überwurf'])
  expect(found('kimono')).toEqual([])
})

it('knows a name in any case', () => {
  expect(isNameKnown(names, 'polo SHIRT')).toBe(true)
  expect(isNameKnown(names, 'polo')).toBe(false)
})
