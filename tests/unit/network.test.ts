import { memory } from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MODEL, openShippedNetwork } from '../../scripts/evaluation/shipped-network.ts'
import { classes } from '../../src/apparel/classes.ts'
import { goldenPixels } from '../../src/network/card.ts'
import type { Network } from '../../src/network/network.ts'

let network: Network
let pictures: Uint8Array[]
beforeAll(async () => {
  const { card, network: opened } = await openShippedNetwork(MODEL)
  network = opened
  pictures = [
    goldenPixels(card.inputSize),
    goldenPixels(card.inputSize).fill(200),
    goldenPixels(card.inputSize).reverse(),
  ]
}, 60_000)
afterAll(() => network?.dispose())

it('tells what each place adds to each logit: on average the logit less its bias', async () => {
  const outputs = await network.classify(pictures)
  const [first, ...others] = outputs.map(({ logits, activation }) =>
    classes.map((_, column) => {
      const added = activation.filter((_, i) => i % classes.length === column)
      expect(added).toHaveLength(49)
      return (logits[column] ?? Number.NaN) - added.reduce((a, b) => a + b, 0) / 49
    }),
  )
  // The biases are the network's own: the same for each picture.
  for (const biases of others)
    for (const [column, bias] of biases.entries()) expect(bias).toBeCloseTo(first?.[column] ?? Number.NaN, 3)
  expect(new Set(outputs.map(({ activation }) => activation[0])).size).toBe(pictures.length)
})

it('leaves nothing behind on the backend', async () => {
  const before = memory().numTensors
  await network.classify(pictures)
  expect(memory().numTensors).toBe(before)
})
