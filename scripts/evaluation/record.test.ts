import { expect, test } from 'vitest'
import { judged } from '../../tests/helpers/judged.ts'
import { thresholds } from '../../tests/helpers/thresholds.ts'
import { asJson } from './as-json.ts'
import { curveOf } from './curve.ts'
import { figuresOf } from './metrics.ts'
import { recordOf } from './record.ts'
import { reliabilityOf } from './reliability.ts'

const hats = [0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95].map(share => judged('Hat', { Hat: share, none: 0.01 }))
const pictures = [
  ...hats,
  judged('Hat', { Watch: 0.7 }),
  judged('Watch', { none: 0.9 }),
  judged('none', { none: 0.8 }),
  judged('none', { Shoes: 0.5, none: 0.2 }),
]
const card = {
  name: 'hat-stand',
  classes: [],
  inputSize: 224,
  calibration: { temperature: 1, thresholds: thresholds(0.5) },
  golden: { logits: [], tolerance: 0 },
}

test('puts each answer in one bin', () => {
  const answers = [0, 0.01, 1 / 15, 0.5, 0.999, 1].map(confidence => ({ confidence, right: confidence > 0.4 }))
  const { n, confidence, accuracy } = reliabilityOf(answers)
  expect(n.reduce((a, b) => a + b)).toBe(answers.length)
  expect([n[0], n[7], n[14]]).toEqual([3, 1, 2])
  expect([accuracy[0], accuracy[14], accuracy[5], confidence[5]]).toEqual([0, 1, null, null])
})

test('never badges more pictures at a stricter threshold', () => {
  const { threshold, coverage, falseBadgeRate } = curveOf(pictures)
  const falls = (column: (number | null)[]) => column.every((value, i) => (value ?? 0) <= (column[i - 1] ?? 1))
  expect([threshold[0], threshold.at(-1)]).toEqual([0, 1])
  expect([...threshold].sort((a, b) => a - b)).toEqual(threshold)
  expect(falls(coverage) && falls(falseBadgeRate)).toBe(true)
  // A picture that is most probably none gets no badge, however low the threshold is.
  expect([coverage[0], coverage.at(-1)]).toEqual([8 / 9, 0])
})

test('gives the shipped figures at the shipped threshold of the curve', () => {
  const { threshold, ...columns } = curveOf(pictures)
  const { coverage, badgeAccuracy, falseBadgeRate } = figuresOf(pictures)
  const after = threshold.findIndex(value => value >= 0.5)
  expect(columns.coverage[after]).toBe(coverage)
  expect(columns.badgeAccuracy[after]).toBe(badgeAccuracy)
  expect(falseBadgeRate).toBe(0.5)
})

test('records each figure with its interval, overall and by source', () => {
  const record = recordOf(card, pictures, { sources: new Map([['stand', hats]]) })
  expect(record).toMatchObject({ network: 'hat-stand', calibration: card.calibration, all: { n: 11 } })
  // Six of the nine garments are badged, five of them with the right name.
  expect(record.all.coverage?.value).toBeCloseTo(6 / 9, 12)
  expect(record.all.badgeAccuracy).toMatchObject({ value: 5 / 6, low: expect.closeTo(0.4365, 4) })
  expect(record.sources.stand).toMatchObject({
    n: 7,
    closedTop1: { value: 1, high: 1 },
    falseBadgeRate: null,
    auroc: null,
  })
  expect(record.sources.stand?.perClass.Watch).toEqual({ n: 0, precision: null, recall: null })
})

test('records JSON without NaN that reads the same after rounding', () => {
  const record = recordOf(card, pictures, {})
  const text = asJson(record)
  expect(asJson(JSON.parse(text))).toBe(text)
  expect(JSON.parse(asJson({ a: 1 / 3, b: ['x [y] {z}', null], c: {} }))).toEqual({
    a: 0.333333,
    b: ['x [y] {z}', null],
    c: {},
  })
})
