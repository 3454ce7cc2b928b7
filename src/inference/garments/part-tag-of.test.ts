import { expect, it } from 'vitest'
import card from '../../../models/apparel/card.json'
import { isPartOf, partTagOf } from './part-tag-of.ts'
import type { SearchedGarment } from './searched.ts'

const provenance = { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'asked' } as const
const box = { left: 0.1, top: 0.8, right: 0.4, bottom: 1 }
const shoes = (left: number): SearchedGarment => ({
  found: { garment: 'Shoes', score: 0.5, box: { ...box, left } },
  logits: new Float32Array(11),
  kinds: new Float32Array(card.kinds.names.length),
  embedding: new Int8Array(1280),
})
const garments = [shoes(0.1), shoes(0.2)]
const searched = { digest: 'ab'.repeat(32), byteLength: 1, natural: { width: 3, height: 4 }, garments, milliseconds: 1 }
const tagOf = (index: number, more = {}) => {
  const garment = garments[index] as SearchedGarment
  const named = { ...garment.found, score: 0.6, ...more }
  return partTagOf({ ...searched, isKept: true }, garment, named, provenance, card)
}

it('is a part of its picture, always under the same id, and another than the next of the same name', async () => {
  const tag = await tagOf(0, { kind: 'Boot' })
  expect(tag).toMatchObject({ garment: 'Shoes', kind: 'Boot', confidence: 0.6, part: { of: searched.digest, box } })
  expect(tag).toMatchObject({ ...provenance, network: card.name })
  expect((await tagOf(0)).id).toBe(tag.id)
  expect((await tagOf(1)).id).not.toBe(tag.id)
})

it('keeps what the user has taught, and what the tag shows without it', async () => {
  const own = { id: '1', name: 'Kimono', colour: '#aa3366', confidence: 0.8 }
  expect(await tagOf(0, { own, byUser: 'told' })).toMatchObject({
    ...{ own: '1', ownName: 'Kimono', byUser: 'told', confidence: 0.8 },
    untold: { garment: 'Shoes', confidence: 0.5 },
  })
  expect(await tagOf(0, { byUser: 'learned' })).not.toHaveProperty('untold')
  // What was taught does not make another garment of it.
  expect((await tagOf(0, { garment: 'Hat', byUser: 'told' })).id).toBe((await tagOf(0)).id)
})

it('is no part if it fills its picture', () => {
  expect(isPartOf(box)).toBe(true)
  expect(isPartOf({ left: 0, top: 0, right: 1, bottom: 0.7 })).toBe(false)
})
