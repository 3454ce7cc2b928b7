/** 1.5 * 2^23: added to a float of less than 2^22, it leaves the nearest integer in the low bits. */
const TO_INTEGER: f32 = 12582912.0
const TO_INTEGER_BITS: i32 = 0x4b400000

/**
 * Eight sums to eight activations: times a scale for each channel, rounded to the nearest (half to even).
 * Floats only scale here, each of them on its own, so that every machine rounds alike.
 */
export function requantise(low: v128, high: v128, lowScale: v128, highScale: v128): v128 {
  return i16x8.narrow_i32x4_s(scaled(low, lowScale), scaled(high, highScale))
}

export function clamp(values: v128, least: v128, most: v128): v128 {
  return i16x8.min_s(i16x8.max_s(values, least), most)
}

function scaled(sums: v128, scale: v128): v128 {
  const shifted = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), f32x4.splat(TO_INTEGER))
  return i32x4.sub(shifted, i32x4.splat(TO_INTEGER_BITS))
}
