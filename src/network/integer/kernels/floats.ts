/** 2^112: what a float16's exponent lacks of a float32's. */
const REBIAS: f32 = reinterpret<f32>(0x77800000)

/** Four float16 numbers, in the low halves of 32 bits each, to float32. Exact, the smallest included. */
export function toFloats(halves: v128): v128 {
  const size = i32x4.shl(v128.and(halves, i32x4.splat(0x7fff)), 13)
  const sign = i32x4.shl(v128.and(halves, i32x4.splat(0x8000)), 16)
  return v128.or(f32x4.mul(size, f32x4.splat(REBIAS)), sign)
}
