import type { Layer } from './graph.ts'
import { type Bytes, LARGEST_BYTE, RELU6, type Shorts } from './quantise.ts'

/** The range of each channel that 1×1 convolutions read, measured on sample pictures. */
export interface ChannelRanges {
  /** Name of the network, as in its card. */
  network: string
  /** Names of 1×1 convolutions for which bytes are too coarse, so that they read int16. */
  shorts: string[]
  /** Maximum of each output channel, by layer name. */
  most: Record<string, number[]>
  /** Minimum of each output channel, by layer name; 0 if left out. */
  least: Record<string, number[]>
  /** Mean of each output channel of layers with a ReLU6, by layer name. Without it, the rounding of weights shifts sums. */
  mean?: Record<string, number[]>
}

/** `models/apparel/ranges.json`. Written by `scripts/measure-ranges.ts`. */
export interface MeasuredRanges extends ChannelRanges {
  /** The integer network's logits for the golden picture; the same on every machine, bit for bit. */
  golden: number[]
}

/** How integers represent the output of a layer, for each kind of reader. */
export interface OutputScale {
  /** Read by depthwise convolutions, residual additions and the classes. */
  shorts?: Shorts
  /** Read by 1×1 convolutions. */
  bytes?: Bytes
  /** Per channel, if there are both: a byte is `short * multiplier / 2^15 - zero`. */
  multipliers?: Int16Array<ArrayBuffer>
}

const LARGEST = 32_767
/** How many times larger than measured a sum may become. */
const HEADROOM_FACTOR = 3

/**
 * How integers represent the outputs of each layer, by name. Outputs that are added share one unit.
 * @throws Error if an output was not measured
 */
export function scalesOf(layers: Layer[], ranges: ChannelRanges): Map<string, OutputScale> {
  const sums = largestSums(layers, ranges)
  const readsShorts = new Set(layers.filter(({ name }) => ranges.shorts.includes(name)).map(({ input }) => input))
  const unitOf = (name: string) => ((sums.get(name)?.largest as number) * HEADROOM_FACTOR) / LARGEST
  const scaleOf = ({ name, kind, channels, isRelu6 }: Layer): OutputScale => {
    if (kind === 'enlarge') return { shorts: { unit: unitOf(name), least: -LARGEST, most: LARGEST } }
    if (isRelu6 && (kind !== 'depthwise' || readsShorts.has(name))) return { shorts: RELU6 }
    const bytes = finestBytes(rangeOf(ranges, name, channels), ranges.mean?.[name])
    if (isRelu6) return { bytes }
    const unit = unitOf(name)
    const shorts = { unit, least: -LARGEST, most: LARGEST }
    return readsShorts.has(name) ? { shorts } : { shorts, ...madeFrom(unit, bytes) }
  }
  return new Map(layers.map(layer => [layer.name, scaleOf(layer)]))
}

/** Bytes that span the measured range, which includes 0. */
function finestBytes({ least, most }: { least: number[]; most: number[] }, mean: number[] | undefined): Bytes {
  // A channel that was always 0 gets an arbitrary unit.
  const units = Float32Array.from(most, (value, c) => (value - (least[c] as number)) / LARGEST_BYTE || RELU6.unit)
  const inUnits = (value: number, c: number) => value / (units[c] as number)
  const zeros = Int32Array.from(least, (value, c) => Math.round(inUnits(value, c)))
  return { units, zeros, means: mean && Float32Array.from(mean, inUnits) }
}

/** The closest bytes that a multiplier can produce from int16 of the given unit. */
function madeFrom(unit: number, { units: finest, zeros }: Bytes): Required<Pick<OutputScale, 'bytes' | 'multipliers'>> {
  const multipliers = Int16Array.from(finest, fine => Math.min(Math.floor((unit / fine) * 2 ** 15), LARGEST))
  const units = Float32Array.from(multipliers, multiplier => (unit * 2 ** 15) / multiplier)
  return { bytes: { units, zeros }, multipliers }
}

/** The largest magnitude within each group of outputs that are added up, by name of layers without a ReLU6. */
function largestSums(layers: Layer[], ranges: ChannelRanges): Map<string, { largest: number }> {
  const groups = new Map<string, { largest: number }>()
  for (const { name, kind, input, isRelu6, residual, channels } of layers) {
    if (isRelu6) continue
    const enlarged = kind === 'enlarge' && groups.get(input)
    if (enlarged) {
      groups.set(name, enlarged)
      continue
    }
    const { least, most } = rangeOf(ranges, name, channels)
    const group = (residual && groups.get(residual)) || { largest: 0 }
    group.largest = Math.max(group.largest, ...most, ...least.map(Math.abs))
    groups.set(name, group)
  }
  return groups
}

function rangeOf({ least, most }: ChannelRanges, name: string, channels: number): { least: number[]; most: number[] } {
  const found = { most: most[name] ?? [], least: least[name] ?? Array(channels).fill(0) }
  if (found.most.length !== channels || found.least.length !== channels)
    throw new Error(`the range of ${name} was not measured`)
  return found
}
