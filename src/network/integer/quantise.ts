/** How int16 stands for real numbers: n for n * unit. They never leave `least` to `most`. */
export interface Shorts {
  unit: number
  least: number
  most: number
}

/** The picture's bytes b, read as 2b - 255: see `firstConv`. */
export const PICTURE: Shorts = { unit: 1 / 255, least: -255, most: 255 }
/** 0 to 6 in 12 bits: as fine as nobody notices. */
export const RELU6: Shorts = { unit: 6 / 4095, least: 0, most: 4095 }

/**
 * How bytes stand for real numbers, by channel: n, 0 to 127, for (n + zero) * unit. They have 7 bits, because one
 * instruction multiplies those by int8 without overflow, with the same sums on every machine.
 */
export interface Bytes {
  units: Float32Array<ArrayBuffer>
  /** -127 to 0 */
  zeros: Int32Array<ArrayBuffer>
}

/** Largest byte that is read, and largest weight of what reads bytes. */
export const LARGEST_BYTE = 127
/** Largest weight of what reads int16. */
const LARGEST_SHORT = 32_767
/** What its bias may add to a sum, and the rounding of its weights. */
const LARGEST_BIAS = 2 ** 29
const ROUNDING = 2 ** 25
/** What the products of a sum may come to, whatever is read: all of it stays within int32. */
const LARGEST_PRODUCTS = 2 ** 31 - LARGEST_BIAS - ROUNDING

/** The weights of one output channel: those of what reads bytes times the units of what they read. */
export interface Column {
  /** Largest magnitude. */
  largest: number
  /** Of all magnitudes. */
  sum: number
}

/**
 * What 1 of the finest integers for a channel's weights stands for, with which neither a weight, nor a sum, whatever is
 * read, nor the bias leaves its integers. Bytes have so few that their sums always fit.
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
