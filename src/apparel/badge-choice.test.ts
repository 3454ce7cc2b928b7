import { describe, expect, it } from 'vitest'
import { badgeConfidence, isBadged } from './badge-choice.ts'
import { garments } from './classes.ts'
import { kindsOfGroups } from './more-kinds.ts'

const shoe = { verdict: 'garment', garment: 'Shoes', confidence: 0.8 } as const
const ring = { verdict: 'none', garment: 'Watch', confidence: 0.1, kind: { name: 'Ring', confidence: 0.7 } } as const
const ten = { confidence: 0, classesOff: [], kinds: [], ownKinds: [] }
const own = { id: 'k', name: 'Kimono', colour: '#a3195b', confidence: 0.6 }
const kimono = { ...shoe, own }
const withOwn = (isBadged: boolean) => ({ ...ten, ownKinds: [{ ...own, isBadged }] })
const withJewellery = { ...ten, kinds: kindsOfGroups(['jewellery']) }

describe('isBadged', () => {
  it.each([
    ["above the network's threshold", shoe, ten, true],
    ['exactly as confident as required', shoe, { ...ten, confidence: 0.8 }, true],
    ['less confident than required', shoe, { ...ten, confidence: 0.81 }, false],
    ['of a class that is switched off', shoe, { ...ten, classesOff: ['Hat', 'Shoes'] as const }, false],
    ['of another class than the one switched off', shoe, { ...ten, classesOff: ['Hat'] as const }, true],
    ['of any class when all are switched off', shoe, { ...ten, classesOff: garments }, false],
    ["below the network's own threshold", { ...shoe, verdict: 'unsure' } as const, ten, false],
    ['none of the ten', { ...shoe, verdict: 'none' } as const, ten, false],
    ['of a kind that nobody asked for', ring, ten, false],
    ['of a chosen kind', ring, withJewellery, true],
    ['of a kind of another group', ring, { ...ten, kinds: kindsOfGroups(['bags', 'scarves']) }, false],
    ['of a chosen kind, exactly as confident as required', ring, { ...withJewellery, confidence: 0.7 }, true],
    ['of a chosen kind, less confident than required', ring, { ...withJewellery, confidence: 0.71 }, false],
    ['of a chosen kind, whatever class is switched off', ring, { ...withJewellery, classesOff: garments }, true],
    [
      'none of the ten, of a kind that is not sure',
      { verdict: 'none', garment: 'Watch', confidence: 0.1 } as const,
      withJewellery,
      false,
    ],
    ['of an own kind', kimono, withOwn(true), true],
    ['of an own kind that is switched off, whatever else it may show', kimono, withOwn(false), false],
    ['of an own kind that is gone', kimono, ten, false],
    ['of an own kind, less confident than required', kimono, { ...withOwn(true), confidence: 0.61 }, false],
    ['a garment, whatever other kinds are chosen', { ...shoe, verdict: 'unsure' } as const, withJewellery, false],
  ])('for a picture that is %s', (_, prediction, choice, isWanted) => {
    expect(isBadged(prediction, choice)).toBe(isWanted)
  })
})

it('shows the confidence of the class of a garment, of the kind beside the ten, and of an own kind', () => {
  expect(badgeConfidence({ ...shoe, kind: { name: 'Sneaker', confidence: 0.5 } })).toBe(0.8)
  expect(badgeConfidence(ring)).toBe(0.7)
  expect(badgeConfidence(kimono)).toBe(0.6)
})
