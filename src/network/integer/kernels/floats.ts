/** 2^112: the difference between the exponent biases of float32 and float16. */
const REBIAS: f32 = reinterpret<f32>(0x77800000)

/** Converts four float16 numbers, each in the low half of 32 bits, to float32. Exact, including subnormal numbers. */
export function toFloats(halves: v128): v128 {
  const size = i32x4.shl(v128.and(halves, i32x4.splat(0x7fff)), 13)
  const sign = i32x4.shl(v128.and(halves, i32x4.splat(0x8000)), 16)
  return v128.or(f32x4.mul(size, f32x4.splat(REBIAS)), sign)
}
