import { expect, it } from 'vitest'
import { classes, garments } from '../classes.ts'
import type { KindHead } from '../kind-answer.ts'
import { classOfKind } from '../kinds.ts'
import { refute } from '../predict-picture.ts'
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

const knitHead: KindHead = {
  names: ['Jacket', 'T-Shirt', 'Hoodie', 'Sweater'],
  classes: ['Jacket', 'T-Shirt', 'none', 'none'],
  calibration: { temperature: 1, thresholds: { Jacket: 0.6, 'T-Shirt': 0.6, Hoodie: 0.6, Sweater: 0.6 } },
}

/** Knitwear that looks like a jacket: the kinds have refuted the classes. */
function knitwear(jacket: number, kinds: number[], none = (1 - jacket) / 2): Prediction {
  const rest = (1 - jacket - none) / 9
  const probabilities = classes.map(name => (name === 'Jacket' ? jacket : name === 'none' ? none : rest))
  return refute(decide(probabilities, thresholds), kinds, knitHead)
}

it.each(['Hoodie', 'Sweater', 'Dress', 'T-Shirt', 'Shirt', 'Jacket'] as const)(
  'never brings back a garment that the kinds clearly refute, under the name %s',
  name => {
    const className = classOfKind(name) ?? 'none'
    for (const jacket of [0.4, 0.56, 0.7, 0.85, 0.89, 0.95])
      for (const kinds of [
        [0, 0, 6, 0],
        [2, 1, 6, 5.5],
      ]) {
        const picture = knitwear(jacket, kinds)
        expect(picture.verdict).toBe('none')
        const worded = predictWithWords(picture, kinds, { className, kind: name }, prior, { ...card, kinds: knitHead })
        expect((worded ?? picture).verdict).toBe('none')
      }
  },
)

it('believes the name of a garment where the kinds are close', () => {
  const kinds = [4, 0, 4.5, 0]
  const picture = knitwear(0.7, kinds)
  expect(picture.verdict).toBe('none')
  const evidence = { className: 'Jacket', kind: 'Jacket' } as const
  expect(predictWithWords(picture, kinds, evidence, prior, { ...card, kinds: knitHead })).toMatchObject({
    verdict: 'garment',
    garment: 'Jacket',
    byWords: true,
  })
})

it('says nothing anew of a sure picture that the kinds refute', () => {
  const kinds = [2, 1, 6, 5.9]
  const sure = knitwear(0.95, kinds)
  expect(
    predictWithWords(sure, kinds, { className: 'Jacket', kind: 'Jacket' }, prior, { ...card, kinds: knitHead }),
  ).toBeUndefined()
})
