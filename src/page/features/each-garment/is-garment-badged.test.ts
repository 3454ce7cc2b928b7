import { describe, expect, it } from 'vitest'
import type { BadgeChoice } from '../../../apparel/badge-choice.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { isGarmentBadged } from './is-garment-badged.ts'

const all: BadgeChoice = { confidence: 0, classesOff: [], kinds: [], ownKinds: [] }
const box = { left: 0, top: 0, right: 1, bottom: 1 }
const shoes: NamedGarment = { garment: 'Shoes', score: 0.6, box }
const boots = { id: 'a', name: 'Boots', colour: '#123456', confidence: 0.9 }

describe('isGarmentBadged', () => {
  it('is true for what the user has not switched off', () => {
    expect(isGarmentBadged(shoes, all)).toBe(true)
  })

  it('is false for a class without badges', () => {
    expect(isGarmentBadged(shoes, { ...all, classesOff: ['Shoes'] })).toBe(false)
  })

  it('is false below the confidence that the user wants', () => {
    expect(isGarmentBadged(shoes, { ...all, confidence: 0.7 })).toBe(false)
  })

  it("follows the user's choice for an own kind, whatever its class", () => {
    const own: NamedGarment = { ...shoes, own: boots }
    expect(isGarmentBadged(own, { ...all, ownKinds: [{ ...boots, isBadged: true }], classesOff: ['Shoes'] })).toBe(true)
    expect(isGarmentBadged(own, { ...all, ownKinds: [{ ...boots, isBadged: false }] })).toBe(false)
  })
})
