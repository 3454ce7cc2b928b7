/** How int16 represents real numbers: n means n * unit, and is clamped to `least`..`most`. */
export interface Shorts {
  unit: number
  least: number
  most: number
}

/** The picture's bytes b, read as 2b - 255; see `firstConv`. */
export const PICTURE: Shorts = { unit: 1 / 255, least: -255, most: 255 }
/** 0..6 in 12 bits: finer steps make no difference. */
export const RELU6: Shorts = { unit: 6 / 4095, least: 0, most: 4095 }

/**
 * How bytes represent real numbers, per channel: n in 0..127 means (n + zero) * unit. They have 7 bits, because one
 * instruction multiplies 7-bit numbers by int8 without overflow, with the same sums on every machine.
 */
export interface Bytes {
  units: Float32Array<ArrayBuffer>
  /** -127 to 0 */
  zeros: Int32Array<ArrayBuffer>
  /** Mean of each channel in its units, if known. */
  means?: Float32Array<ArrayBuffer> | undefined
}

/** Largest input byte, and largest weight of a layer that reads bytes. */
export const LARGEST_BYTE = 127
/** Largest weight of a layer that reads int16. */
const LARGEST_SHORT = 32_767
/** The shares of an int32 sum that are reserved for the bias and for the rounding of the weights. */
const LARGEST_BIAS = 2 ** 29
const ROUNDING = 2 ** 25
/** The share for the products, for any input, so that the whole sum fits an int32. */
const LARGEST_PRODUCTS = 2 ** 31 - LARGEST_BIAS - ROUNDING

/** Statistics of one output channel's weights. If the layer reads bytes, weights are multiplied by their inputs' units. */
export interface Column {
  /** Largest magnitude. */
  largest: number
  /** Sum of all magnitudes. */
  sum: number
}

/**
 * The finest step for a channel's integer weights such that no weight, no sum (for any input) and no bias overflows. With
 * byte inputs the sums always fit.
 * @returns 0 for a channel of zeros
 */
export function finestStep({ largest, sum }: Column, bias: number, input: Shorts | Bytes): number {
  if ('units' in input) return Math.max(largest / LARGEST_BYTE, Math.abs(bias) / LARGEST_BIAS)
  return Math.max(
    largest / LARGEST_SHORT,
    (sum * input.most) / LARGEST_PRODUCTS,
    Math.abs(bias) / input.unit / LARGEST_BIAS,
  )
}
