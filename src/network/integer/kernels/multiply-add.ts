/** Adds four sums of two products each: a[2i] * b[2i] + a[2i+1] * b[2i+1]. */
export function multiplyAdd(sums: v128, a: v128, b: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(a, b))
}
