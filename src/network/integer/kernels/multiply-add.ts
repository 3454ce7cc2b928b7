/** Adds four sums of two int16 products each: a[2i] * b[2i] + a[2i+1] * b[2i+1]. */
export function multiplyAddShorts(sums: v128, a: v128, b: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(a, b))
}

/**
 * Adds four sums of four products each: a[4i] * b[4i] and the three that follow. One instruction on processors that have it
 * (AVX-VNNI, Arm's dot product), and three that are faster on all others; a compiler constant selects the build. Relaxed
 * instructions may differ if b's top bit is set or two products overflow int16. Neither occurs here, so the sums are the
 * same everywhere.
 *
 * @param a int8, -127 to 127
 * @param b 0 to 127
 */
export function multiplyAddBytes(sums: v128, a: v128, b: v128): v128 {
  if (IN_ONE_STEP) return i32x4.relaxed_dot_i8x16_i7x16_add_s(a, b, sums)
  return i32x4.add(sums, i32x4.extadd_pairwise_i16x8_s(i16x8.relaxed_dot_i8x16_i7x16_s(a, b)))
}
