import { expect, it } from 'vitest'
import { isBadged } from './badge-choice.ts'
import { garments } from './classes.ts'

const shoe = { verdict: 'garment', garment: 'Shoes', confidence: 0.8 } as const

it.each([
  ['as sure as the network asks', shoe, { confidence: 0, classes: garments }, true],
  ['as sure as is wanted', shoe, { confidence: 0.8, classes: garments }, true],
  ['less sure than is wanted', shoe, { confidence: 0.81, classes: garments }, false],
  ['of a class that is not wanted', shoe, { confidence: 0, classes: ['Hat'] as const }, false],
  ['where none is wanted', shoe, { confidence: 0, classes: [] }, false],
  [
    'unsure by the network itself',
    { ...shoe, verdict: 'unsure' } as const,
    { confidence: 0, classes: garments },
    false,
  ],
  ['none of the ten', { ...shoe, verdict: 'none' } as const, { confidence: 0, classes: garments }, false],
])('a picture that is %s', (_, prediction, choice, isWanted) => {
  expect(isBadged(prediction, choice)).toBe(isWanted)
})
