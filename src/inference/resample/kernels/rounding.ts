/** Fractional bits of the fixed-point weights: 255 times their sum still fits an int32. */
export const BITS = 22
const HALF = 1 << (BITS - 1)

/** The initial value of four sums: one half, so that truncation rounds. */
export function half(): v128 {
  return i32x4.splat(HALF)
}

/** Converts four sums to four bytes in the lowest lanes. */
export function toBytes(sums: v128): v128 {
  const rounded = i32x4.shr_s(sums, BITS)
  const narrow = i16x8.narrow_i32x4_s(rounded, rounded)
  return i8x16.narrow_i16x8_u(narrow, narrow)
}
