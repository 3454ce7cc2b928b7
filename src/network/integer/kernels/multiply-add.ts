/** Adds four sums of two products each, of int16: a[2i] * b[2i] + a[2i+1] * b[2i+1]. */
export function multiplyAddShorts(sums: v128, a: v128, b: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(a, b))
}

/**
 * Adds four sums of four products each: a[4i] * b[4i] and the three after it. In one step for processors that can (AVX-VNNI,
 * Arm's dot product), in three that are faster on all others: the compiler is told which. Relaxed instructions may differ
 * where b's top bit is set and where two products leave int16. Neither comes, so the sums are the same everywhere.
 *
 * @param a int8, -127 to 127
 * @param b 0 to 127
 */
export function multiplyAddBytes(sums: v128, a: v128, b: v128): v128 {
  if (IN_ONE_STEP) return i32x4.relaxed_dot_i8x16_i7x16_add_s(a, b, sums)
  return i32x4.add(sums, i32x4.extadd_pairwise_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(a, b)))
}
