import type { Layer } from './read-graph.ts'

/** Quantisation of real numbers to int8: `scale × (q − zero)`. */
export interface Scale {
  scale: number
  zero: number
}

/** Asymmetric quantisation of activations as in TensorFlow Lite: the range always includes zero. */
export function scaleOf([low, high]: [number, number]): Scale {
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  const scale = (to - from) / 255 || 1
  return { scale, zero: Math.round(-128 - from / scale) }
}

/** Symmetrically quantised weights in TensorFlow Lite's order [out, …, in]; depthwise ones keep [h, w, channels]. */
export interface QuantisedKernel {
  values: Int8Array
  /** One for each output channel, or a single one for a dense layer. */
  scales: number[]
}

/** @param kernel weights in the order [out, …, in] or [h, w, channels] */
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
