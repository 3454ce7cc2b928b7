import type { Layer } from './graph.ts'
import type { Kernels } from './kernels.ts'
import type { PlacedLayer } from './plan.ts'
import { quantiseChannel, type Range } from './quantise.ts'
import { fromHalf, type Weight } from './weights.ts'

/** A layer's weights. */
export interface LayerWeights {
  /** [rows, channels]: what reaches a channel is together in a column. */
  kernel: Weight
  /** [channels] */
  bias: Weight
}

/** Bytes that `packLayer` writes. */
export function layerBytes({ kind, depth, channels }: Layer): number {
  return (channels / 8) * blockBytes(kind, depth)
}

/** Of eight channels: bias and scale, then weights in pairs of rows. */
function blockBytes(kind: Layer['kind'], depth: number): number {
  const rows = kind === 'depthwise' ? 12 : kind === 'first' ? 28 : depth
  return 64 + rows * 16
}

/** Bytes that `packLayer` needs for itself. */
export function scratchBytes({ kind, depth, channels }: Layer): number {
  const rows = kind === 'depthwise' ? 9 : kind === 'first' ? 27 : depth
  return rows * channels * 2 + channels * 12
}

/**
 * Quantises a layer and writes it as its kernel, of that name in `kernels/`, reads it.
 * @param scratch address of room for `scratchBytes`
 * @throws Error where its weights are too large
 */
export function packLayer(
  kernels: Kernels,
  memory: ArrayBuffer,
  { kind, name, depth, channels, weightsAt, inputRange, outputRange }: PlacedLayer,
  { kernel, bias }: LayerWeights,
  scratch: number,
): void {
  const rows = kernel.halves.length / channels
  const measuredAt = scratch + kernel.halves.byteLength
  new Uint16Array(memory, scratch, kernel.halves.length).set(kernel.halves)
  kernels.measureChannels(scratch, measuredAt, rows, channels)
  const measured = new Float32Array(memory, measuredAt, channels * 3)

  const block = blockBytes(kind, depth) / 4
  const integers = new Int32Array(memory, weightsAt)
  const floats = new Float32Array(memory, weightsAt)
  for (let c = 0; c < channels; c++) {
    const channel = quantiseChannel(
      {
        positive: measured[c] as number,
        negative: measured[channels + c] as number,
        largest: measured[channels * 2 + c] as number,
        count: rows,
      },
      fromHalf(bias.halves[c] as number),
      inputRange,
    )
    const scale = channel.unit / outputRange.unit
    // `requantise` rounds what is smaller than 2^22.
    if (!(scale < 2 ** -9)) throw new Error(`${name} has weights too large for integers`)
    const place = (c >> 3) * block + (c & 7)
    integers[place] = channel.bias
    floats[place + 8] = scale
    measured[c] = channel.weightScale
  }
  if (kind === 'depthwise') kernels.packDepthwiseConv(scratch, measuredAt, weightsAt, channels)
  else kernels.packPointConv(scratch, measuredAt, weightsAt, rows, channels)
}

/**
 * Writes a kernel [depth, classes] as `classSums` reads it, int16 [classes, depth]. It has no biases.
 * @returns what 1 of each class's sums is in real numbers
 */
export function packClasses(memory: ArrayBuffer, to: number, kernel: Weight, input: Range): number[] {
  const [depth = 0, classes = 0] = kernel.shape
  const shorts = new Int16Array(memory, to, depth * classes)
  return Array.from({ length: classes }, (_, c) => {
    const weights = Array.from({ length: depth }, (_, k) => fromHalf(kernel.halves[k * classes + c] as number))
    const positive = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
    const negative = weights.reduce((sum, weight) => sum + Math.max(0, -weight), 0)
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    const { weightScale, unit } = quantiseChannel({ positive, negative, largest, count: depth }, 0, input)
    for (const [k, weight] of weights.entries()) shorts[c * depth + k] = Math.round(weight * weightScale)
    return unit
  })
}
