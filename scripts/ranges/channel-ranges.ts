import type { Layer } from '../../src/network/integer/graph.ts'
import type { MeasuredRanges } from '../../src/network/integer/ranges.ts'
import type { Reference } from '../evaluation/reference-network.ts'

/** Measures the range of each channel that a 1×1 convolution reads or adds up, over some pictures. */
export async function channelRanges(
  layers: Layer[],
  { outputsOf }: Reference,
  pictures: Uint8Array[],
): Promise<Pick<MeasuredRanges, 'least' | 'most'>> {
  const measured = layers
    .filter(({ kind, isRelu6 }) => kind === 'depthwise' || !isRelu6)
    .map(({ name, channels, isRelu6 }) => {
      const [least, most] = [new Float32Array(channels), new Float32Array(channels)]
      return { name, isRelu6, least, most }
    })
  const names = measured.map(({ name }) => name)
  for (const picture of pictures)
    for (const [i, output] of (await outputsOf(picture, names)).entries()) widen(measured[i], output)
  const rounded = (values: Float32Array) => Array.from(values, value => Number(value.toPrecision(3)))
  return {
    most: Object.fromEntries(measured.map(({ name, most }) => [name, rounded(most)])),
    least: Object.fromEntries(
      measured.filter(({ isRelu6 }) => !isRelu6).map(({ name, least }) => [name, rounded(least)]),
    ),
  }
}

/** @param output [pixels, channels] */
function widen(range: { least: Float32Array; most: Float32Array } | undefined, output: Float32Array): void {
  if (!range) return
  const { least, most } = range
  const channels = least.length
  for (let start = 0; start < output.length; start += channels)
    for (let c = 0; c < channels; c++) {
      const value = output[start + c] as number
      if (value < (least[c] as number)) least[c] = value
      if (value > (most[c] as number)) most[c] = value
    }
}
