import type { Layer } from './read-graph.ts'

/** How int8 numbers stand for real ones: `scale × (q − zero)`. */
export interface Scale {
  scale: number
  zero: number
}

/** Of values, asymmetric, as TensorFlow Lite has them: the range always has a zero in it. */
export function scaleOf([low, high]: [number, number]): Scale {
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  const scale = (to - from) / 255 || 1
  return { scale, zero: Math.round(-128 - from / scale) }
}

/** Weights, symmetric, in the order [out, …, in] of TensorFlow Lite; depthwise ones keep [h, w, channels]. */
export interface QuantisedKernel {
  values: Int8Array
  /** One an output channel; a single one for a dense layer. */
  scales: number[]
}

/** @param kernel of the layer, in the order [out, …, in] or [h, w, channels] */
export function quantiseKernel({ kind }: Layer, kernel: Float32Array, channels: number): QuantisedKernel {
  const count = kind === 'dense' ? 1 : channels
  const channelOf = (i: number) => (kind === 'depthwise' ? i % count : Math.floor(i / (kernel.length / count)))
  const largest = new Float32Array(count)
  for (const [i, value] of kernel.entries()) {
    const channel = channelOf(i)
    largest[channel] = Math.max(largest[channel] as number, Math.abs(value))
  }
  const scales = Array.from(largest, value => value / 127 || 1)
  return { values: Int8Array.from(kernel, (value, i) => Math.round(value / (scales[channelOf(i)] as number))), scales }
}
