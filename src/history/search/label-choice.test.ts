import { expect, it } from 'vitest'
import { isGarmentChosen, kindsToOffer, type LabelChoice, toggleGarment, toggleKind } from './label-choice.ts'

const nothing: LabelChoice = { garments: [], kinds: [] }

it('removes the kinds of a class with the class, and no others', () => {
  const shoes = toggleKind(toggleKind(toggleGarment(nothing, 'Shoes'), 'Boot'), 'Dress')
  expect(shoes).toEqual({ garments: ['Shoes'], kinds: ['Boot', 'Dress'] })
  expect(toggleGarment(shoes, 'Shoes')).toEqual({ garments: [], kinds: ['Dress'] })
  expect(toggleKind(shoes, 'Boot')).toEqual({ garments: ['Shoes'], kinds: ['Dress'] })
})

it('shows a class as chosen if only some of its kinds are', () => {
  const boots = { garments: [], kinds: ['Boot'] }
  expect(isGarmentChosen(boots, 'Shoes')).toBe(true)
  expect(isGarmentChosen(boots, 'Hat')).toBe(false)
  expect(toggleGarment(boots, 'Shoes')).toEqual(nothing)
})

it('offers the kinds that occur or are chosen, in their usual order', () => {
  const occurring = ['Dress', 'Boot', 'Shorts', 'Poncho', 'Sneaker', 'Alb', 'Cap']
  expect(kindsToOffer('Shoes', occurring, ['Sandal'])).toEqual(['Sneaker', 'Boot', 'Sandal'])
  expect(kindsToOffer('none', occurring, [])).toEqual(['Dress', 'Alb', 'Poncho'])
  expect(kindsToOffer('Shorts', occurring, [])).toEqual([])
})
