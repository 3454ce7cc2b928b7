import { expect, it } from 'vitest'
import { classes } from '../../../apparel/classes.ts'
import type { Prediction } from '../../../apparel/prediction.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { mainOf } from './main-garment.ts'

const box = { left: 0, top: 0, right: 1, bottom: 1 }
const found: NamedGarment[] = [
  { garment: 'Hat', score: 0.9, box },
  { garment: 'Shoes', score: 0.5, box },
  { garment: 'Shoes', score: 0.7, box },
]
const answer = (garment: Prediction['garment'], verdict: Prediction['verdict'] = 'garment'): Prediction => ({
  verdict,
  garment,
  confidence: 0.8,
  probabilities: classes.map(() => 0),
})

it('takes the surest garment of the class that the answer names', () => {
  expect(mainOf(found, answer('Shoes'))).toBe(2)
})

it('takes none if none is of the class, or the answer is none of the ten', () => {
  expect(mainOf(found, answer('Jacket'))).toBe(-1)
  expect(mainOf(found, answer('Shoes', 'none'))).toBe(-1)
})
