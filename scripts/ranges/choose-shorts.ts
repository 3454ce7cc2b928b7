import type { Layer } from '../../src/network/integer/graph.ts'
import type { NetworkFiles } from '../../src/network/network.ts'
import { openNetwork } from '../../src/network/open-network.ts'

/**
 * Root-mean-square error that bytes may cause in a logit divided by the temperature. It moves the least confident answers by one
 * or two points.
 */
const TOLERANCE = 0.04

/** A 1×1 convolution, and the error that it alone causes in the logits when it reads bytes. */
export interface Noise {
  name: string
  /** Mean square error of a logit. */
  variance: number
  multiplyAdds: number
}

/**
 * Chooses the 1×1 convolutions that read int16, so that the error of the others, which read bytes, stays within `TOLERANCE`.
 * @param expected logits of each picture, in floats
 */
export async function chooseShorts(
  files: NetworkFiles,
  layers: Layer[],
  pictures: Uint8Array[],
  expected: Float32Array[],
): Promise<string[]> {
  const points = layers.filter(({ kind }) => kind === 'point')
  const noises: Noise[] = []
  for (const { name, side, depth, channels } of points) {
    const shorts = points.map(other => other.name).filter(other => other !== name)
    const variance = await varianceOf({ ...files, ranges: { ...files.ranges, shorts } }, pictures, expected)
    noises.push({ name, variance, multiplyAdds: side ** 2 * depth * channels })
  }
  return noisiest(noises, (TOLERANCE * temperatureOf(files)) ** 2)
}

/** The temperature of the classes' own logits. Pooled logits, which the card's temperature divides, are larger by the share. */
function temperatureOf({ card: { calibration, kinds } }: NetworkFiles): number {
  return calibration.temperature / (1 + (kinds?.calibration.share ?? 0))
}

/**
 * Picks the layers that cause the most noise for the time they save, until the rest cause at most `tolerated`. The noise of
 * different layers adds up like variances.
 */
export function noisiest(noises: readonly Noise[], tolerated: number): string[] {
  let left = noises.reduce((sum, { variance }) => sum + variance, 0)
  const chosen: string[] = []
  for (const { name, variance } of noises.toSorted(
    (a, b) => b.variance / b.multiplyAdds - a.variance / a.multiplyAdds,
  )) {
    if (left <= tolerated) break
    left -= variance
    chosen.push(name)
  }
  return chosen
}

/** An error that is the same for all logits of a picture changes no answer, so it does not count. */
async function varianceOf(files: NetworkFiles, pictures: Uint8Array[], expected: Float32Array[]): Promise<number> {
  const network = await openNetwork({ ...files, backend: 'wasm' })
  let sum = 0
  for (const [i, { logits }] of (await network.classify(pictures)).entries()) {
    const off = Array.from(logits, (logit, c) => logit - (expected[i]?.[c] ?? Number.NaN))
    const mean = off.reduce((a, b) => a + b, 0) / off.length
    sum += off.reduce((a, b) => a + (b - mean) ** 2, 0) / off.length
  }
  return sum / pictures.length
}
