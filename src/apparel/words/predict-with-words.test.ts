import { expect, it } from 'vitest'
import { classes, garments } from '../classes.ts'
import type { KindHead } from '../kind-answer.ts'
import { decide, type Prediction } from '../prediction.ts'
import { predictWithWords } from './predict-with-words.ts'

const head: KindHead = {
  names: ['Sneaker', 'Boot', 'Shirt', 'Dress'],
  classes: ['Shoes', 'Shoes', 'Shirt', 'none'],
  calibration: { temperature: 1, thresholds: { Sneaker: 0.6, Boot: 0.6, Shirt: 0.6, Dress: 0.6 } },
}
const thresholds = Object.fromEntries(garments.map(name => [name, 0.55])) as Record<(typeof garments)[number], number>
const card = { calibration: { temperature: 1, thresholds }, kinds: head }
const prior = { garment: 3, none: 2, kind: 2 }

function shoes(confidence: number): Prediction {
  return decide(
    classes.map(name => (name === 'Shoes' ? confidence : (1 - confidence) / 10)),
    thresholds,
  )
}

it('names the kind where the picture alone is unsure of it, and says that words helped', () => {
  const worded = predictWithWords(shoes(0.97), [1, 1, 0, 0], { className: 'Shoes', kind: 'Sneaker' }, prior, card)
  expect(worded).toMatchObject({ garment: 'Shoes', kind: { name: 'Sneaker' }, byWords: true })
  expect(worded?.confidence).toBeCloseTo(0.97)
})

it('keeps the kind that the picture is sure of', () => {
  const picture = { ...shoes(0.97), kind: { name: 'Boot', confidence: 0.9 } } as const
  expect(predictWithWords(picture, [0, 3, 0, 0], { className: 'Shoes', kind: 'Sneaker' }, prior, card)).toBeUndefined()
})

it('leaves out a kind that belongs to another class than the answer', () => {
  const worded = predictWithWords(shoes(0.5), [1, 1, 0, 4], { className: 'Shoes' }, prior, card)
  expect(worded).toMatchObject({ verdict: 'garment', garment: 'Shoes' })
  expect(worded?.kind).toBeUndefined()
})

it('is undefined if the words change nothing', () => {
  expect(predictWithWords(shoes(0.97), [1, 1, 0, 0], { className: 'Shirt' }, prior, card)).toBeUndefined()
  const { kinds: _, ...withoutKinds } = card
  expect(predictWithWords(shoes(0.97), [], { className: 'Shoes', kind: 'Boot' }, prior, withoutKinds)).toBeUndefined()
})
