import { expect, it } from 'vitest'
import type { Prediction } from './prediction.ts'
import { predictionJson } from './prediction-json.ts'

const shoes: Prediction = {
  verdict: 'garment',
  garment: 'Shoes',
  confidence: 0.97,
  probabilities: [0, 0, 0, 0.001234567, 0.97, 0, 0.02, 0, 0, 0, 0.008765433],
}

it('contains the answer and the five most probable classes', () => {
  const json = predictionJson(shoes)
  expect(json).toMatch(/^\{"label":"Shoes","kind":null,"confidence":0.97,"top":\[/)
  const { top } = JSON.parse(json)
  expect(top).toHaveLength(5)
  expect(top.slice(0, 4)).toEqual([
    { label: 'Shoes', confidence: 0.97 },
    { label: 'T-Shirt', confidence: 0.02 },
    { label: 'none', confidence: 0.0088 },
    { label: 'Shirt', confidence: 0.0012 },
  ])
})

it('contains the kind of a sure answer', () => {
  const boots: Prediction = { ...shoes, kind: { name: 'Boot', confidence: 0.8 } }
  expect(JSON.parse(predictionJson(boots))).toMatchObject({ label: 'Shoes', kind: 'Boot', confidence: 0.97 })
})

it('contains a kind of the user’s own, and that it is theirs', () => {
  const own = { id: '1', name: 'Kimono', colour: '#aa3366', confidence: 0.91234 }
  const kimono: Prediction = { ...shoes, kind: { name: 'Boot', confidence: 0.8 }, own }
  expect(JSON.parse(predictionJson(kimono))).toMatchObject({
    label: 'Shoes',
    kind: 'Kimono',
    confidence: 0.9123,
    by: 'you',
  })
})

it('says of what the user has said that they have, and not of what was learned', () => {
  expect(JSON.parse(predictionJson({ ...shoes, byUser: 'told' }))).toMatchObject({ label: 'Shoes', by: 'you' })
  expect(JSON.parse(predictionJson({ ...shoes, byUser: 'learned' }))).not.toHaveProperty('by')
  expect(JSON.parse(predictionJson(shoes))).not.toHaveProperty('by')
})

it('gives none its own probability', () => {
  const probabilities = [0, 0, 0, 0, 0.3, 0, 0, 0, 0, 0, 0.7]
  const none: Prediction = { verdict: 'none', garment: 'Shoes', confidence: 0.3, probabilities }
  expect(JSON.parse(predictionJson(none))).toMatchObject({ label: 'none', confidence: 0.7 })
})

it('keeps the label of an unsure answer', () => {
  expect(JSON.parse(predictionJson({ ...shoes, verdict: 'unsure' }))).toMatchObject({ label: 'Shoes' })
})
