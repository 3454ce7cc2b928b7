import { beforeAll, describe, expect, it } from 'vitest'
import { openReference, type Reference } from '../../scripts/evaluation/reference-network.ts'
import { DETECTOR, readDetectorFiles } from '../../scripts/outfits/shipped-detector.ts'
import { dice } from '../../tests/helpers/integer/random.ts'
import { goldenPixels } from './card.ts'
import type { Detector, DetectorFiles } from './detector.ts'
import { layersOf } from './integer/graph.ts'
import { openIntegerDetector } from './integer/open-integer-detector.ts'
import { weightReader } from './integer/weights.ts'

let files: DetectorFiles
let detector: Detector
let reference: Reference
let pictures: Uint8Array[]
beforeAll(async () => {
  files = await readDetectorFiles(DETECTOR)
  detector = await openIntegerDetector(files)
  reference = await openReference(inOnePiece(files))
  const { inputSize } = files.card
  const roll = dice(5)
  pictures = [
    goldenPixels(inputSize),
    goldenPixels(inputSize).fill(128),
    goldenPixels(inputSize).map(() => roll(0, 255)),
    goldenPixels(inputSize).map((_, i) => ((i / 3) % inputSize < inputSize / 2 ? 255 : 90)),
  ]
}, 60_000)

/** The detector with all its weights in one file, as tfjs reads them. */
function inOnePiece({ card, topology, weights, classifier }: DetectorFiles) {
  const [own, shared] = [topology, classifier.topology] as { weightsManifest: { weights: unknown[] }[] }[]
  const weightsManifest = [...(own?.weightsManifest ?? []), ...(shared?.weightsManifest ?? [])]
  const joined = new Uint8Array(weights.byteLength + classifier.weights.byteLength)
  joined.set(new Uint8Array(weights))
  joined.set(new Uint8Array(classifier.weights), weights.byteLength)
  return {
    card: { ...classifier.card, inputSize: card.inputSize },
    topology: { ...own, weightsManifest },
    weights: joined.buffer,
  }
}

function furthest(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(values).toHaveLength(expected.length)
  return Array.from(values).reduce((most, value, i) => Math.max(most, Math.abs(value - (expected[i] ?? 9e9))), 0)
}

const probability = (logit: number) => 1 / (1 + Math.exp(-logit))

/** The root mean square of the differences, as a share of that of the values. */
function relativeError(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(values).toHaveLength(expected.length)
  const squares = (of: number[]) => of.reduce((sum, value) => sum + value ** 2, 0)
  const differences = Array.from(values, (value, i) => value - (expected[i] ?? 9e9))
  return Math.sqrt(squares(differences) / squares(Array.from(expected)))
}

describe('the integer detector', () => {
  it('says what the one of floats says where 1×1 convolutions read int16 alone', async () => {
    const weight = weightReader(files, files.classifier)
    const layers = layersOf(files.topology, name => weight(name).shape, files.card.inputSize)
    const shorts = layers.map(({ name }) => name)
    const integers = await openIntegerDetector({ ...files, ranges: { ...files.ranges, shorts } })
    for (const picture of pictures) {
      const { heat, sides } = integers.detect(picture)
      const [floatHeat = [], floatSides = []] = await reference.outputsOf(picture, ['heat', 'sides'])
      expect(furthest(heat.map(probability), Array.from(floatHeat, probability))).toBeLessThan(0.02)
      expect(relativeError(heat, floatHeat)).toBeLessThan(0.01)
      expect(relativeError(sides, floatSides)).toBeLessThan(0.01)
    }
  })

  it('gives identical answers in any order and after reopening', async () => {
    const again = await openIntegerDetector(files)
    const before = pictures.map(picture => detector.detect(picture))
    const after = pictures.toReversed().map(picture => again.detect(picture))
    for (const [i, { heat, sides }] of after.toReversed().entries()) {
      expect(furthest(heat, before[i]?.heat ?? [])).toBe(0)
      expect(furthest(sides, before[i]?.sides ?? [])).toBe(0)
    }
  })

  it('rejects another classifier, ranges of another network and a picture of another size', async () => {
    const classifier = { ...files.classifier, card: { ...files.classifier.card, name: 'another' } }
    await expect(openIntegerDetector({ ...files, classifier })).rejects.toThrow('another classifier')
    const ranges = { ...files.ranges, network: 'another' }
    await expect(openIntegerDetector({ ...files, ranges })).rejects.toThrow('another network')
    expect(() => detector.detect(new Uint8Array(12))).toThrow('bytes of RGB')
  })
})
