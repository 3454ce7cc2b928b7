import type { Layer } from '../graph.ts'
import type { Kernels } from '../kernels.ts'
import type { PlacedLayer } from '../placed-layer.ts'
import { type Bytes, finestStep, LARGEST_BYTE, type Shorts } from '../quantise.ts'
import type { OutputScale } from '../ranges.ts'
import { fromHalf, type Weight } from '../weights.ts'

/** Output of a layer, before it is clamped, up to which `requantise` rounds correctly. */
const LARGEST_REQUANTISED = 2 ** 22

/** A layer's weights. */
export interface LayerWeights {
  /** [rows, channels]: a column holds all weights of one output channel. */
  kernel: Weight
  /** [channels] */
  bias: Weight
}

/** Number of bytes that `packLayer` writes. */
export function layerBytes(layer: Layer, input: Shorts | Bytes): number {
  return (layer.channels / 8) * blockBytes(layer, input)
}

/** Bytes per eight channels: bias and scale, then weights. */
function blockBytes({ kind, depth }: Layer, input: Shorts | Bytes): number {
  const rows = kind === 'depthwise' ? 12 : kind === 'first' ? 28 : depth
  return 64 + rows * ('units' in input ? 8 : 16)
}

/** Bytes of scratch space that `packLayer` needs. */
export function scratchBytes(layer: Layer): number {
  const rows = rowsOf(layer)
  return rows * layer.channels * 2 + rows * 12 + layer.channels * 8
}

/** Number of weights per output channel. */
function rowsOf({ kind, depth }: Layer): number {
  return kind === 'depthwise' ? 9 : kind === 'first' ? 27 : depth
}

/**
 * Quantises a layer and writes it in the layout that its kernel in `kernels/` reads.
 * @param scratch address of `scratchBytes` bytes
 * @throws Error if its weights or biases are too large
 */
export function packLayer(
  kernels: Kernels,
  memory: ArrayBuffer,
  layer: PlacedLayer,
  { kernel, bias }: LayerWeights,
  scratch: number,
): void {
  const { kind, name, channels, weightsAt, inputScale, outputScale } = layer
  const rows = rowsOf(layer)
  const unitsAt = scratch + rows * channels * 2
  const zerosAt = unitsAt + rows * 4
  const meansAt = zerosAt + rows * 4
  const scalesAt = meansAt + rows * 4
  new Uint16Array(memory, scratch, rows * channels).set(kernel.halves)
  const units = new Float32Array(memory, unitsAt, rows).fill(1)
  const readsBytes = 'units' in inputScale
  if (readsBytes) {
    // Units differ per input channel, so they are multiplied into the weights.
    units.set(inputScale.units)
    new Int32Array(memory, zerosAt, rows).set(inputScale.zeros)
    new Float32Array(memory, meansAt, rows).fill(0).set(inputScale.means ?? [])
  }
  kernels.measureChannels(scratch, unitsAt, scalesAt, rows, channels)

  const [inputUnit, furthestInput] = readsBytes ? [1, 2 * LARGEST_BYTE] : [inputScale.unit, inputScale.most]
  const block = blockBytes(layer, inputScale) / 4
  const integers = new Int32Array(memory, weightsAt)
  const floats = new Float32Array(memory, weightsAt)
  const scales = new Float32Array(memory, scalesAt, channels * 2)
  for (let c = 0; c < channels; c++) {
    const outputUnit = outputScale.shorts?.unit ?? (outputScale.bytes?.units[c] as number)
    const start = fromHalf(bias.halves[c] as number)
    const column = { largest: scales[c] as number, sum: scales[channels + c] as number }
    const furthest = (column.sum * furthestInput * inputUnit + Math.abs(start)) / outputUnit
    if (!(furthest < LARGEST_REQUANTISED)) throw new Error(`${name} has weights too large for integers`)
    const step = finestStep(column, start, inputScale) || outputUnit / inputUnit
    const place = (c >> 3) * block + (c & 7)
    integers[place] = Math.round(start / step / inputUnit)
    floats[place + 8] = (step * inputUnit) / outputUnit
    scales[c] = 1 / step
  }
  if (kind === 'depthwise') kernels.packDepthwiseConv(scratch, scalesAt, weightsAt, channels)
  else if (readsBytes) kernels.packPointConv(scratch, unitsAt, zerosAt, meansAt, scalesAt, weightsAt, rows, channels)
  else kernels.packPointConvShorts(scratch, scalesAt, weightsAt, rows, channels)
}

/** Number of bytes that `packTable` writes. */
export function tableBytes({ channels }: Layer): number {
  return channels * 4
}

/** Writes the table that `toBytes` reads: for each eight channels multipliers int16 [8], zeros int16 [8]. */
export function packTable(memory: ArrayBuffer, to: number, { multipliers, bytes }: OutputScale): void {
  if (!multipliers || !bytes) return
  const table = new Int16Array(memory, to, multipliers.length * 2)
  for (const [c, multiplier] of multipliers.entries()) {
    const place = (c >> 3) * 16 + (c & 7)
    table[place] = multiplier
    table[place + 8] = bytes.zeros[c] as number
  }
}
