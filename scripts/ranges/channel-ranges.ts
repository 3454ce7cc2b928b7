import type { Layer } from '../../src/network/integer/graph.ts'
import type { MeasuredRanges } from '../../src/network/integer/ranges.ts'
import type { Reference } from '../evaluation/reference-network.ts'

interface Range {
  least: Float32Array
  most: Float32Array
  sum: Float64Array
  /** Number of pixels. */
  count: number
}

/** Measures the range and mean of each channel that a 1×1 convolution reads or adds up, over some pictures. */
export async function channelRanges(
  layers: Layer[],
  { outputsOf }: Reference,
  pictures: Uint8Array[],
): Promise<Pick<MeasuredRanges, 'least' | 'most' | 'mean'>> {
  const measured = layers
    .filter(({ kind, isRelu6 }) => kind === 'depthwise' || !isRelu6)
    .map(({ name, channels, isRelu6 }) => {
      const [least, most] = [new Float32Array(channels), new Float32Array(channels)]
      return { name, isRelu6, least, most, sum: new Float64Array(channels), count: 0 }
    })
  const names = measured.map(({ name }) => name)
  for (const picture of pictures)
    for (const [i, output] of (await outputsOf(picture, names)).entries()) widen(measured[i], output)
  const rounded = (values: Float32Array | Float64Array) => Array.from(values, value => Number(value.toPrecision(3)))
  return {
    most: Object.fromEntries(measured.map(({ name, most }) => [name, rounded(most)])),
    least: Object.fromEntries(
      measured.filter(({ isRelu6 }) => !isRelu6).map(({ name, least }) => [name, rounded(least)]),
    ),
    mean: Object.fromEntries(
      measured
        .filter(({ isRelu6 }) => isRelu6)
        .map(({ name, sum, count }) => [name, rounded(sum.map(value => value / count))]),
    ),
  }
}

/** @param output [pixels, channels] */
function widen(range: Range | undefined, output: Float32Array): void {
  if (!range) return
  const { least, most, sum } = range
  const channels = least.length
  range.count += output.length / channels
  for (let start = 0; start < output.length; start += channels)
    for (let c = 0; c < channels; c++) {
      const value = output[start + c] as number
      if (value < (least[c] as number)) least[c] = value
      if (value > (most[c] as number)) most[c] = value
      sum[c] = (sum[c] as number) + value
    }
}
