import { describe, expect, it } from 'vitest'
import { type ApparelClass, classes, garments, NONE } from '../classes.ts'
import { decide, type Prediction } from '../prediction.ts'
import { SURE, type WordPrior, withWords } from './word-evidence.ts'

const thresholds = Object.fromEntries(garments.map(name => [name, 0.55])) as Record<(typeof garments)[number], number>
const prior: WordPrior = { garment: 3, none: 2, kind: 2 }

/** Pseudo-random numbers of 0..1 (mulberry32), so that each run sees the same cases. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Pictures from sure to undecided, each under each of the eleven names. */
function* cases(): Generator<{ picture: Prediction; className: ApparelClass; worded: Prediction }> {
  const random = randomNumbers(14)
  for (let i = 0; i < 3000; i++) {
    const sharpness = 1 + 14 * random()
    const weights = classes.map(() => random() ** sharpness)
    const sum = weights.reduce((a, b) => a + b, 0)
    const picture = decide(
      weights.map(weight => weight / sum),
      thresholds,
    )
    for (const className of classes) {
      const probabilities = withWords(picture, { className }, prior)
      yield { picture, className, worded: probabilities ? decide(probabilities, thresholds) : picture }
    }
  }
}
const all = [...cases()]
const most = ({ probabilities }: Prediction) => Math.max(...probabilities)

describe('withWords', () => {
  it('never changes an answer of 90 % or more, and never makes a badge where the picture says none at 90 %', () => {
    const sure = all.filter(({ picture }) => most(picture) >= SURE)
    expect(sure.length).toBeGreaterThan(1000)
    expect(sure.some(({ picture }) => picture.verdict === 'none')).toBe(true)
    for (const { picture, worded } of sure) expect(worded).toBe(picture)
  })

  it('never turns a badge into another answer, unless the picture itself makes that a third as probable', () => {
    const badged = all.filter(({ picture }) => picture.verdict === 'garment')
    const turned = badged.filter(
      ({ picture, worded }) => worded.garment !== picture.garment || worded.verdict === 'none',
    )
    expect(turned.length).toBeGreaterThan(50)
    for (const { picture, className } of turned) {
      expect((picture.probabilities[classes.indexOf(className)] ?? 0) * 3).toBeGreaterThanOrEqual(picture.confidence)
    }
  })

  it('leaves a badge as it is under the name of a garment that is not close', () => {
    const far = all.filter(
      ({ picture, className }) =>
        picture.verdict === 'garment' &&
        className !== 'none' &&
        className !== picture.garment &&
        (picture.probabilities[classes.indexOf(className)] ?? 0) * 3 < picture.confidence,
    )
    expect(far.length).toBeGreaterThan(1000)
    for (const { picture, worded } of far) expect(worded).toBe(picture)
  })

  it('raises only the class that is named, by no more than the prior', () => {
    for (const { picture, className, worded } of all) {
      const named = classes.indexOf(className)
      const odds = ({ probabilities }: Prediction) => (probabilities[named] ?? 0) / (1 - (probabilities[named] ?? 0))
      const bound = Math.exp(className === 'none' ? prior.none : prior.garment)
      expect(odds(worded)).toBeGreaterThanOrEqual(odds(picture) * 0.999)
      expect(odds(worded)).toBeLessThanOrEqual(odds(picture) * bound * 1.001)
      expect(worded.probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
    }
  })

  it('makes no badge but of the garment that is named', () => {
    const made = all.filter(({ picture, worded }) => picture.verdict !== 'garment' && worded.verdict === 'garment')
    expect(made.length).toBeGreaterThan(100)
    for (const { className, worded } of made) expect(worded.garment).toBe(className)
  })

  it('makes no badge under the name of something else', () => {
    for (const { picture, worded } of all.filter(({ className }) => className === 'none'))
      if (picture.verdict !== 'garment') expect(worded.verdict).not.toBe('garment')
  })
})

/** A picture with these probabilities and the rest spread over the other classes. */
function picture(known: Partial<Record<ApparelClass, number>>): Prediction {
  const rest = (1 - Object.values(known).reduce((a, b) => a + b, 0)) / (classes.length - Object.keys(known).length)
  return decide(
    classes.map(name => known[name] ?? rest),
    thresholds,
  )
}
const under = (one: Prediction, className: ApparelClass) =>
  decide(withWords(one, { className }, prior) ?? one.probabilities, thresholds)

describe('a name', () => {
  it('lifts an unsure right answer over its threshold', () => {
    expect(under(picture({ Shirt: 0.4, none: 0.5 }), 'Shirt')).toMatchObject({ verdict: 'garment', garment: 'Shirt' })
  })

  it('decides between two close classes', () => {
    const close = picture({ 'T-Shirt': 0.45, Shirt: 0.44 })
    expect(under(close, 'Shirt')).toMatchObject({ verdict: 'garment', garment: 'Shirt' })
    expect(under(close, 'T-Shirt')).toMatchObject({ verdict: 'garment', garment: 'T-Shirt' })
  })

  it('takes the badge from an icon that looks like a garment, without calling it another', () => {
    const clock = picture({ Watch: 0.78, none: 0.15 })
    expect(clock.verdict).toBe('garment')
    expect(under(clock, 'none')).toMatchObject({ verdict: 'unsure', garment: 'Watch' })
    expect(classes[NONE]).toBe('none')
  })
})
