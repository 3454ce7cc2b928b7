import { describe, expect, it } from 'vitest'
import { thresholds } from '../../tests/helpers/thresholds.ts'
import { classes, garments } from './classes.ts'
import type { KindHead } from './kind-answer.ts'
import { poolHeads } from './pool-heads.ts'
import { predictPicture } from './predict-picture.ts'

const head: KindHead = {
  names: ['Sneaker', 'Boot', 'Jacket', 'Hoodie', 'Dress'],
  classes: ['Shoes', 'Shoes', 'Jacket', 'none', 'none'],
  calibration: { temperature: 1, thresholds: { Sneaker: 0.5, Hoodie: 0.5, Dress: 0.5 }, share: 1 },
}
const card = { calibration: { temperature: 1, thresholds: thresholds(0.6) }, kinds: head }

/** Logits of the classes that give the named ones these probabilities, and the others next to nothing. */
function logitsOf(shares: Partial<Record<(typeof classes)[number], number>>): number[] {
  return classes.map(label => Math.log(shares[label] ?? 1e-9))
}

/** Logits of the kinds, in the order of the head. */
function kindsOf(...shares: number[]): number[] {
  return shares.map(share => Math.log(share))
}

describe('predictPicture', () => {
  it('names the kind of a garment if it is sure, and only the class if not', () => {
    const logits = logitsOf({ Shoes: 0.9, none: 0.1 })
    const sure = predictPicture({ logits, kinds: kindsOf(0.9, 0.05, 0.01, 0.02, 0.02) }, card)
    expect(sure).toMatchObject({ verdict: 'garment', garment: 'Shoes', kind: { name: 'Sneaker' } })
    expect(sure.kind?.confidence).toBeCloseTo(0.9, 9)
    const unsure = predictPicture({ logits, kinds: kindsOf(0.48, 0.47, 0.01, 0.02, 0.02) }, card)
    expect(unsure).toMatchObject({ verdict: 'garment', garment: 'Shoes' })
    expect(unsure.kind).toBeUndefined()
  })

  it('names what a picture of none of the ten shows', () => {
    const logits = logitsOf({ none: 0.9, Jacket: 0.1 })
    const prediction = predictPicture({ logits, kinds: kindsOf(0.01, 0.01, 0.01, 0.02, 0.95) }, card)
    expect(prediction).toMatchObject({ verdict: 'none', kind: { name: 'Dress' } })
  })

  it('is not a jacket where the kinds say hoodie', () => {
    const logits = logitsOf({ Jacket: 0.7, none: 0.3 })
    const kinds = kindsOf(0.01, 0.01, 0.08, 0.89, 0.01)
    expect(predictPicture({ logits, kinds }, card)).toMatchObject({ verdict: 'none', kind: { name: 'Hoodie' } })
  })

  it.each([
    ['Hoodie', 'none'],
    ['Dress', 'garment'],
    ['Jacket', 'garment'],
  ])('a sure jacket is refuted by knitwear among the kinds alone: %s', (top, verdict) => {
    const logits = logitsOf({ Jacket: 0.9, none: 0.1 })
    const kinds = kindsOf(...head.names.map(name => (name === top ? 0.4 : 0.15)))
    const unpooled = { ...card, kinds: { ...head, calibration: { ...head.calibration, share: 0 } } }
    const prediction = predictPicture({ logits, kinds }, unpooled)
    expect(prediction).toMatchObject({ verdict, garment: 'Jacket' })
    expect(prediction.kind).toBeUndefined()
  })

  it('gives an unsure answer no kind', () => {
    const logits = logitsOf({ Shoes: 0.4, Hat: 0.35, none: 0.25 })
    const prediction = predictPicture(
      { logits, kinds: kindsOf(0.5, 0.01, 0.01, 0.47, 0.01) },
      { ...card, calibration: { temperature: 1, thresholds: thresholds(0.99) } },
    )
    expect(prediction).toMatchObject({ verdict: 'unsure', garment: 'Shoes' })
    expect(prediction.kind).toBeUndefined()
  })

  it.each([
    ['of a sure kind', 0.9, 'Hoodie'],
    ['of no sure kind', 0.45, undefined],
  ])('is none, not probably a jacket, where the kinds say hoodie: %s', (_, share, name) => {
    const logits = logitsOf({ Jacket: 0.62, none: 0.38 })
    const rest = (1 - share) / 4
    const kinds = kindsOf(rest, rest, rest, share, rest)
    const weak = { ...head, calibration: { ...head.calibration, share: 0.1 } }
    const doubtful = { calibration: { temperature: 1, thresholds: thresholds(0.9) }, kinds: weak }
    const prediction = predictPicture({ logits, kinds }, doubtful)
    expect(prediction).toMatchObject({ verdict: 'none', garment: 'Jacket' })
    expect(prediction.kind?.name).toBe(name)
    // A jacket among the kinds leaves it probable.
    const jacket = predictPicture({ logits, kinds: kindsOf(rest, rest, share, rest, rest) }, doubtful)
    expect(jacket).toMatchObject({ verdict: 'unsure', garment: 'Jacket' })
  })

  it('answers without kinds for a network that has none', () => {
    const prediction = predictPicture(
      { logits: logitsOf({ Hat: 0.9, none: 0.1 }), kinds: [] },
      { calibration: card.calibration },
    )
    expect(prediction).toMatchObject({ verdict: 'garment', garment: 'Hat' })
  })

  it.each([
    ['too few', [0, 0]],
    ['not finite', [Number.NaN, 0, 0, 0, 0]],
  ])('rejects logits of kinds that are %s', (_, kinds) => {
    expect(() => predictPicture({ logits: logitsOf({ Hat: 0.9 }), kinds }, card)).toThrow(RangeError)
  })
})

describe('poolHeads', () => {
  it('adds the logarithm of the kinds’ summed probability, weighted', () => {
    const { calibration } = head
    const half = { ...head, calibration: { ...calibration, share: 0.5 } }
    const pooled = poolHeads(Array(11).fill(1), kindsOf(0.3, 0.3, 0.2, 0.1, 0.1), half)
    expect(pooled[garments.indexOf('Shoes')]).toBeCloseTo(1 + 0.5 * Math.log(0.6), 9)
    expect(pooled[classes.indexOf('none')]).toBeCloseTo(1 + 0.5 * Math.log(0.2), 9)
  })

  it('stays finite where the kinds leave a class no probability', () => {
    expect(poolHeads(Array(11).fill(0), [900, 0, 0, 0, 0], head).every(Number.isFinite)).toBe(true)
  })
})
