import { expect, it } from 'vitest'
import { classes } from '../apparel/classes.ts'
import type { KindHead } from '../apparel/kind-answer.ts'
import type { Prediction } from '../apparel/prediction.ts'
import { nameGarment } from './name-garment.ts'
import { scoreOf } from './score/score.ts'

const head: KindHead = {
  names: ['Sneaker', 'Boot', 'Cap'],
  classes: ['Shoes', 'Shoes', 'Hat'],
  calibration: { temperature: 1, thresholds: { Sneaker: 0.6, Cap: 0.6 } },
}
const found = { garment: 'Shoes', score: 0.5, box: { left: 0, top: 0.8, right: 1, bottom: 1 } } as const
const logs = (...shares: number[]) => shares.map(Math.log)
const shoes: Prediction = {
  verdict: 'garment',
  garment: 'Shoes',
  confidence: 0.8,
  probabilities: classes.map(name => (name === 'Shoes' ? 0.8 : 0.02)),
}

it('scores by both networks, and names the kind only if it is sure', () => {
  const sure = nameGarment(found, shoes, logs(0.9, 0.05, 0.05), head)
  expect(sure).toEqual({ ...found, score: scoreOf(0.5, 0.8), kind: 'Sneaker' })
  expect(nameGarment(found, shoes, logs(0.5, 0.45, 0.05), head)).not.toHaveProperty('kind')
  expect(nameGarment(found, shoes, [], undefined)).not.toHaveProperty('kind')
})

it('stays with the class of the detector, and names no kind of another', () => {
  const hat: Prediction = {
    ...shoes,
    garment: 'Hat',
    probabilities: classes.map(name => (name === 'Hat' ? 0.9 : 0.01)),
  }
  const named = nameGarment(found, hat, logs(0.05, 0.05, 0.9), head)
  expect(named).toEqual({ ...found, score: scoreOf(0.5, 0.01) })
})

it('says what the user has taught', () => {
  const own = { id: '1', name: 'Kimono', colour: '#aa3366', confidence: 0.9 }
  expect(nameGarment(found, { ...shoes, own, byUser: 'learned' }, logs(0.9, 0.05, 0.05), head)).toEqual({
    ...found,
    own,
    byUser: 'learned',
  })
  const told: Prediction = { ...shoes, garment: 'Hat', confidence: 1, byUser: 'told' }
  expect(nameGarment(found, told, logs(0.05, 0.05, 0.9), head)).toMatchObject({ garment: 'Hat', score: 1, kind: 'Cap' })
  expect(nameGarment(found, { ...told, verdict: 'none' }, logs(0.9, 0.05, 0.05), head)).toBeNull()
})
