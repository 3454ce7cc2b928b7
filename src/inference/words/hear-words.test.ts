import { expect, it } from 'vitest'
import shipped from '../../../models/apparel/card.json'
import fitted from '../../../models/apparel/words.json'
import { classes } from '../../apparel/classes.ts'
import { decide, type Prediction } from '../../apparel/prediction.ts'
import type { Card } from '../../network/card.ts'
import { hearWords } from './hear-words.ts'

const card = shipped as Card
const kinds = new Float32Array(card.kinds?.names.length ?? 0)

function unsure(garment: string): Prediction {
  return decide(
    classes.map(name => (name === garment || name === 'none' ? 0.4 : 0.2 / 9)),
    card.calibration.thresholds,
  )
}

it('hears a name in the page’s language', async () => {
  const words = { language: 'de-AT', texts: ['Herren-Turnschuh'] }
  expect(await hearWords(unsure('Shoes'), kinds, words, card)).toMatchObject({ verdict: 'garment', garment: 'Shoes' })
})

it('changes nothing without a word that it knows', async () => {
  for (const texts of [[], ['Meadow no. 5']])
    expect(await hearWords(unsure('Shoes'), kinds, { language: 'en', texts }, card)).toBeUndefined()
})

it('weighs words as measured with the network that ships (npm run fit-words)', () => {
  expect(fitted.network).toBe(card.name)
  expect(fitted.prior.garment).toBeGreaterThan(0)
})
