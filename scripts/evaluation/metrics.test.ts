import { describe, expect, test } from 'vitest'
import { classes } from '../../src/apparel/classes.ts'
import { judged } from '../../tests/helpers/judged.ts'
import { figuresOf, worstErrors } from './metrics.ts'
import { calibrationError, reliabilityOf } from './reliability.ts'
import { areaUnderRoc, mean, median } from './statistics.ts'

describe('figuresOf', () => {
  const figures = figuresOf([
    judged('Hat', { Hat: 0.8, none: 0.1 }), // right, badged
    judged('Hat', { Watch: 0.6, Hat: 0.3, none: 0.05 }), // wrong, badged
    judged('Hat', { Hat: 0.4, none: 0.3 }), // right, not sure enough for a badge
    judged('Watch', { Watch: 0.3, none: 0.6 }), // answered none, although the best garment is right
    judged('none', { none: 0.9 }), // right
    judged('none', { Hat: 0.7, none: 0.2 }), // badged
    judged('none', { Hat: 0.4, none: 0.35 }), // wrong, but no badge
    judged('none', { Watch: 0.3, none: 0.6 }), // right
  ])

  test('counts a badge only at or above the threshold', () => {
    expect(figures).toMatchObject({ falseBadgeRate: 1 / 4, coverage: 2 / 4, badgeAccuracy: 1 / 2 })
  })

  test('gives the top-1 accuracy among ten and among eleven classes', () => {
    expect(figures).toMatchObject({ n: 8, closedTop1: 3 / 4, top1: 4 / 8, noneRecall: 2 / 4 })
  })

  test('gives precision and recall per class, and null for a class without pictures and answers', () => {
    expect(figures.perClass.Hat).toEqual({ n: 3, answered: 4, precision: 2 / 4, recall: 2 / 3 })
    expect(figures.perClass.Watch).toEqual({ n: 1, answered: 1, precision: 0, recall: 0 })
    expect(figures.perClass.none).toEqual({ n: 4, answered: 3, precision: 2 / 3, recall: 2 / 4 })
    expect(figures.perClass.Shoes).toEqual({ n: 0, answered: 0, precision: null, recall: null })
  })

  test('averages F1 over the classes that have pictures', () => {
    expect(figures.macroF1).toBeCloseTo((4 / 7 + 0 + 4 / 7) / 3, 12)
  })

  test('computes the AUROC of 1 − p(none), with ties counted half', () => {
    // The ten: .9 .95 .7 .4; none: .1 .8 .65 .4. The pairs won: 4 + 4 + 3 + 1½.
    expect(figures.auroc).toBeCloseTo(12.5 / 16, 12)
  })

  test('counts true classes in the rows of the confusion matrix, and answers in its columns', () => {
    const { classes: order, counts } = figures.confusion
    const row = counts[order.indexOf('Hat')] ?? []
    expect(order).toEqual([...classes])
    expect(row[order.indexOf('Hat')]).toBe(2)
    expect(row[order.indexOf('Watch')]).toBe(1)
    expect(counts[order.indexOf('Watch')]?.[order.indexOf('none')]).toBe(1)
    expect(counts.flat().reduce((a, b) => a + b)).toBe(8)
  })

  test('gives null and never NaN without pictures', () => {
    const { n, perClass, confusion, ...rest } = figuresOf([])
    expect(n).toBe(0)
    expect(Object.values(rest).every(value => value === null)).toBe(true)
    expect(Object.values(perClass)).toEqual(classes.map(() => ({ n: 0, answered: 0, precision: null, recall: null })))
    expect(confusion.counts.flat().every(count => count === 0)).toBe(true)
  })

  test('gives null for figures about garments when every picture is none', () => {
    const only = figuresOf([judged('none', { none: 0.9 })])
    expect(only).toMatchObject({ closedTop1: null, coverage: null, badgeAccuracy: null, auroc: null, top1: 1 })
    expect(only).toMatchObject({ falseBadgeRate: 0, macroF1: 1 })
  })
})

describe('areaUnderRoc', () => {
  test.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1, 1, 1], 0.5],
    [[2, 1], [1, 0], 3.5 / 4],
    [[0.2, 0.7, 0.7], [0.7, 0.1], (1 + 1.5 + 1.5) / 6],
  ])('is exact for %j against %j', (positives, negatives, area) => {
    expect(areaUnderRoc(positives, negatives)).toBeCloseTo(area, 12)
  })

  test('is null when either side is empty', () => {
    expect(areaUnderRoc([], [1])).toBeNull()
    expect(areaUnderRoc([1], [])).toBeNull()
  })
})

describe('calibrationError', () => {
  test('adds up the gaps of the bins, weighted by their sizes', () => {
    const answers = [
      { confidence: 0.9, right: true },
      { confidence: 0.9, right: false },
      { confidence: 0.3, right: true },
    ]
    // The bin of 0.9 holds two of three answers and is right half the time, so 0.4 off.
    // The bin of 0.3 holds one answer and is 0.7 off.
    expect(calibrationError(reliabilityOf(answers))).toBeCloseTo((2 * 0.4 + 0.7) / 3, 12)
  })

  test('keeps errors in adjacent bins from cancelling out, and puts 0 and 1 in a bin', () => {
    const answers = [
      { confidence: 0.5, right: true },
      { confidence: 0.51, right: false },
    ]
    expect(calibrationError(reliabilityOf(answers, 2))).toBeCloseTo(0.505, 12)
    expect(calibrationError(reliabilityOf(answers, 1))).toBeCloseTo(0.005, 12)
    expect(calibrationError(reliabilityOf([{ confidence: 1, right: true }]))).toBe(0)
    expect(calibrationError(reliabilityOf([{ confidence: 0, right: false }]))).toBe(0)
    expect(calibrationError(reliabilityOf([]))).toBeNull()
  })
})

test('gives null as the mean of an empty list', () => {
  expect(mean([])).toBeNull()
  expect(mean([true, false, false, false])).toBe(0.25)
})

test('takes the upper of two middle values as the median', () => {
  expect(median([10, 9, 1])).toBe(9)
  expect(median([4, 3, 2, 1])).toBe(3)
})

test('lists the most confident wrong answers first', () => {
  const pictures = [
    { file: 'right', ...judged('Hat', { Hat: 0.9 }) },
    { file: 'sure', ...judged('Hat', { Watch: 0.8 }) },
    { file: 'surest', ...judged('Hat', { none: 0.9 }) },
    { file: 'unsure', ...judged('none', { Watch: 0.5 }) },
  ]
  expect(worstErrors(pictures, 2)).toEqual([
    { file: 'surest', truth: 'Hat', answer: 'none', confidence: expect.closeTo(0.9, 9) },
    { file: 'sure', truth: 'Hat', answer: 'Watch', confidence: expect.closeTo(0.8, 9) },
  ])
})
