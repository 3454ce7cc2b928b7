import { expect, it } from 'vitest'
import { type ApparelClass, classes, garments } from '../../src/apparel/classes.ts'
import { decide } from '../../src/apparel/prediction.ts'
import { assumption } from './assumption.ts'
import { fitPrior } from './fit-prior.ts'
import { figuresOf, type Judged, named } from './named.ts'

const calibration = {
  temperature: 1,
  thresholds: Object.fromEntries(garments.map(name => [name, 0.55])) as Record<(typeof garments)[number], number>,
}

function judged(truth: ApparelClass, of: Partial<Record<ApparelClass, number>>): Judged {
  const rest = (1 - Object.values(of).reduce((a, b) => a + b, 0)) / (classes.length - Object.keys(of).length)
  const probabilities = classes.map(name => of[name] ?? rest)
  return { truth, prediction: decide(probabilities, calibration.thresholds) }
}

const pictures = [
  ...Array.from({ length: 60 }, () => judged('Shirt', { Shirt: 0.97 })),
  ...Array.from({ length: 20 }, () => judged('Shirt', { Shirt: 0.4, none: 0.5 })),
  ...Array.from({ length: 60 }, () => judged('none', { none: 0.97 })),
  ...Array.from({ length: 20 }, () => judged('none', { none: 0.8, Shirt: 0.1 })),
]

it('fits sizes that wrong names cannot abuse', () => {
  const { garment, none } = fitPrior(pictures, calibration, assumption)
  expect(garment.bounded).toBeGreaterThan(0)
  expect(garment.bounded).toBeLessThanOrEqual(garment.best)
  expect(none.bounded).toBeLessThanOrEqual(none.best)
  const strict = fitPrior(pictures, calibration, { ...assumption, mostFalseBadges: 0 })
  expect(strict.garment.bounded).toBeLessThan(garment.best)
})

it('counts coverage, right badges and false badges', () => {
  expect(figuresOf(pictures)).toEqual({ coverage: 0.75, badgesRight: 1, falseBadges: 0 })
  const prior = { garment: 3, none: 0, kind: 0 }
  const underShirt = pictures.map(one => named(one, 'Shirt', prior, calibration))
  expect(figuresOf(underShirt)).toEqual({ coverage: 1, badgesRight: 1, falseBadges: 0.25 })
})
