import { beforeAll, describe, expect, it } from 'vitest'
import { openReference, type Reference } from '../../scripts/evaluation/reference-network.ts'
import { MODEL, readNetworkFiles } from '../../scripts/evaluation/shipped-network.ts'
import { dice } from '../../tests/helpers/integer/random.ts'
import { classes } from '../apparel/classes.ts'
import { goldenPixels } from './card.ts'
import { layersOf } from './integer/graph.ts'
import { weightReader } from './integer/weights.ts'
import type { Network, NetworkFiles } from './network.ts'
import { openNetwork } from './open-network.ts'

let files: NetworkFiles
let network: Network
let reference: Reference
let pictures: Uint8Array[]
beforeAll(async () => {
  files = await readNetworkFiles(MODEL)
  network = await openNetwork({ ...files, backend: 'wasm' })
  reference = await openReference(files)
  const { inputSize } = files.card
  const roll = dice(3)
  pictures = [
    goldenPixels(inputSize),
    goldenPixels(inputSize).fill(0),
    goldenPixels(inputSize).fill(255),
    goldenPixels(inputSize).reverse(),
    goldenPixels(inputSize).map(() => roll(0, 255)),
    goldenPixels(inputSize).map((_, i) => ((i / 3) % inputSize < 112 ? 255 : 0)),
  ]
}, 60_000)

describe('the integer network', () => {
  it.each([
    { reads: 'int16 alone', tolerance: 0.03, likeness: 0.9999 },
    // Seven bits, on pictures that are unlike all that their ranges are from.
    { reads: 'bytes, but for some layers', tolerance: 0.25, likeness: 0.98 },
  ])('says what the one of floats says where 1×1 convolutions read $reads', async ({ reads, tolerance, likeness }) => {
    const weight = weightReader(files)
    const layers = layersOf(files.topology, name => weight(name).shape, files.card.inputSize)
    const shorts = reads === 'int16 alone' ? layers.map(({ name }) => name) : files.ranges.shorts
    const integers = await openNetwork({ ...files, ranges: { ...files.ranges, shorts }, backend: 'wasm' })
    for (const [i, { logits, embedding }] of (await integers.classify(pictures)).entries()) {
      const [floatLogits = [], floatEmbedding = []] = await reference.outputsOf(pictures[i] as Uint8Array, [
        'logits',
        'embedding',
      ])
      expect(furthest(logits, floatLogits)).toBeLessThan(tolerance)
      expect(cosine(embedding, floatEmbedding)).toBeGreaterThan(likeness)
    }
  })

  it('gives the golden picture the same logits on every machine', async () => {
    const [output] = await network.classify(pictures)
    expect(furthest(output?.logits ?? [], files.ranges.golden)).toBeLessThan(1e-6)
  })

  it('gives what each cell adds to each logit; the mean is the logit minus its bias', async () => {
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

  it('gives identical answers in any order and after reopening', async () => {
    const again = await openNetwork({ ...files, backend: 'wasm' })
    const before = await network.classify(pictures)
    const after = await again.classify(pictures.toReversed())
    expect(after.toReversed()).toEqual(before)
  })

  it('does not grow its memory with the number of pictures', async () => {
    const before = network.memory()
    for (let i = 0; i < 5; i++) await network.classify(pictures)
    expect(network.memory()).toEqual(before)
  })

  it('rejects ranges of another network', async () => {
    const ranges = { ...files.ranges, network: 'another' }
    await expect(openNetwork({ ...files, ranges, backend: 'wasm' })).rejects.toThrow('another network')
  })

  it('rejects a picture of another size', async () => {
    await expect(network.classify([new Uint8Array(12)])).rejects.toThrow('expected 150528 bytes')
  })
})

function furthest(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(values).toHaveLength(expected.length)
  return Math.max(...Array.from(values, (value, i) => Math.abs(value - (expected[i] ?? Number.NaN))))
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a).toHaveLength(b.length)
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, value, i) => sum + value * (y[i] ?? Number.NaN), 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
