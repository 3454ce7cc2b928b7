import { expect, it } from 'vitest'
import type { Detector } from '../../network/detector.ts'
import type { Resampler } from '../resample/resampler.ts'
import type { Source } from '../resample/source.ts'
import { findCandidates } from './find-candidates.ts'

const card = {
  name: '',
  classifier: '',
  classes: ['Hat', 'Shoes'],
  inputSize: 16,
  stride: 8,
  threshold: 0.4,
  calibration: { slope: 1, offset: 0 },
}

/** A detector that sees a hat and shoes, one cell each. */
const detector: Detector = {
  detect: picture => {
    expect(picture).toHaveLength(16 * 16 * 3)
    const heat = new Float32Array(8).fill(-9)
    heat[0] = 1
    heat[7] = 2
    return { heat, sides: new Float32Array(32).fill(Math.log(0.5)) }
  },
}
const resampled: [number, number, number, number][] = []
const resampler = {
  resample: async (from: Source, to: { width: number; height: number }) => {
    resampled.push([from.width, from.height, to.width, to.height])
    return new Uint8Array(to.width * to.height * 3)
  },
} as unknown as Resampler

it('finds the best first, each with its crop', async () => {
  const picture = { width: 200, height: 200, pixels: new Uint8Array(200 * 200 * 3) }
  const parts = { detector, card, resampler, cropSide: 4 }
  const { candidates } = await findCandidates(picture, 0.5, parts)
  expect(candidates.map(({ found }) => found.garment)).toEqual(['Shoes', 'Hat'])
  for (const { pixels, natural } of candidates) {
    expect(pixels).toHaveLength(4 * 4 * 3)
    // Half of the picture, and a margin on the two sides that are not its border.
    expect(natural).toEqual({ width: 110, height: 110 })
  }
  expect(resampled).toEqual([
    [200, 200, 16, 16],
    [110, 110, 4, 4],
    [110, 110, 4, 4],
  ])
  expect((await findCandidates(picture, 0.8, parts)).candidates).toHaveLength(1)
})
