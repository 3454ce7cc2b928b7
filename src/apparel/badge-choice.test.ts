import { expect, it } from 'vitest'
import { isBadged } from './badge-choice.ts'
import { garments } from './classes.ts'

const shoe = { verdict: 'garment', garment: 'Shoes', confidence: 0.8 } as const

it.each([
  ["above the network's threshold", shoe, { confidence: 0, classes: garments }, true],
  ['exactly as confident as required', shoe, { confidence: 0.8, classes: garments }, true],
  ['less confident than required', shoe, { confidence: 0.81, classes: garments }, false],
  ['of a class that is not chosen', shoe, { confidence: 0, classes: ['Hat'] as const }, false],
  ['of any class when no class is chosen', shoe, { confidence: 0, classes: [] }, false],
  [
    "below the network's own threshold",
    { ...shoe, verdict: 'unsure' } as const,
    { confidence: 0, classes: garments },
    false,
  ],
  ['none of the ten', { ...shoe, verdict: 'none' } as const, { confidence: 0, classes: garments }, false],
])('a picture that is %s', (_, prediction, choice, isWanted) => {
  expect(isBadged(prediction, choice)).toBe(isWanted)
})
