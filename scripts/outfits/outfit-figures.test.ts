import { expect, it } from 'vitest'
import type { Garment } from '../../src/apparel/classes.ts'
import type { Box } from '../../src/garments/found-garment.ts'
import { matchBoxes } from './match-boxes.ts'
import { figuresOf } from './outfit-figures.ts'

const TOP: Box = { left: 0, top: 0, right: 1, bottom: 0.5 }
const BOTTOM: Box = { left: 0, top: 0.5, right: 1, bottom: 1 }
const found = (garment: Garment, score: number, box: Box) => ({ garment, score, box })
const labelled = (label: string, box: Box) => ({ label, box })

it('matches each box once, with the best of its class', () => {
  const matched = matchBoxes([found('Hat', 0.6, TOP), found('Hat', 0.9, TOP)], [labelled('Hat', TOP)])
  expect(matched.map(({ score, isRight }) => [score, isRight])).toEqual([
    [0.9, true],
    [0.6, false],
  ])
})

it('matches no box of another class or place', () => {
  const boxes = [labelled('Hat', TOP), labelled('none', BOTTOM)]
  const matched = matchBoxes([found('Shirt', 0.9, TOP), found('Hat', 0.8, BOTTOM)], boxes)
  expect(matched.map(({ isRight }) => isRight)).toEqual([false, false])
})

it('counts what lies on an ambiguous box neither way, unless it matches one of its class', () => {
  const sweater = labelled('ambiguous', TOP)
  expect(matchBoxes([found('Shirt', 0.9, TOP)], [sweater])).toEqual([])
  expect(matchBoxes([found('Shirt', 0.9, TOP)], [sweater, labelled('Shirt', TOP)])).toMatchObject([{ isRight: true }])
  const figures = figuresOf([{ boxes: [sweater], found: [found('Shirt', 0.9, TOP)] }], 0.5)
  expect(figures.presence).toEqual({ precision: null, recall: null })
})

it('counts presence once per picture and class, wherever the garment is, above the threshold', () => {
  const figures = figuresOf(
    [
      { boxes: [labelled('Shoes', BOTTOM)], found: [found('Shoes', 0.9, TOP), found('Shoes', 0.8, BOTTOM)] },
      { boxes: [labelled('Shoes', BOTTOM)], found: [found('Shoes', 0.4, BOTTOM)] },
      { boxes: [labelled('none', TOP)], found: [found('Hat', 0.9, TOP)] },
    ],
    0.5,
  )
  expect(figures.presence).toEqual({ precision: 0.5, recall: 0.5 })
  expect(figures.perClass.Shoes).toMatchObject({ boxes: 2, precision: 1, recall: 0.5 })
  expect(figures.perClass.Hat).toMatchObject({ boxes: 0, ap50: null, precision: 0, recall: null })
  expect(figures.shownPerPicture).toBe(1)
})

it('takes the mean over classes with twenty boxes, whatever the threshold', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({
    boxes: [labelled('Shoes', BOTTOM)],
    found: i < 10 ? [found('Shoes', 0.1, BOTTOM)] : [],
  }))
  const few = { boxes: [labelled('Hat', TOP)], found: [found('Hat', 0.9, TOP)] }
  expect(figuresOf([...many, few], 0.5).mAP50).toBeCloseTo(0.5)
  expect(figuresOf([few], 0.5).mAP50).toBeNull()
})
