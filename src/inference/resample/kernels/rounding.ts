/** Weights are whole numbers, with this many bits behind the point: 255 times their sum still fits an int32. */
export const BITS = 22
const HALF = 1 << (BITS - 1)

/** What four sums begin with, to be rounded in the end. */
export function half(): v128 {
  return i32x4.splat(HALF)
}

/** Four bytes, in the lowest lanes, of four sums. */
export function toBytes(sums: v128): v128 {
  const rounded = i32x4.shr_s(sums, BITS)
  const narrow = i16x8.narrow_i32x4_s(rounded, rounded)
  return i8x16.narrow_i16x8_u(narrow, narrow)
}
