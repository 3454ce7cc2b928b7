/**
 * Converts eight sums to eight int16: multiplied by a scale per channel, rounded to nearest (half to even), and clamped.
 * Floats are only multiplied, never added, and results fit an int32, so every machine rounds alike.
 */
export function requantise(low: v128, high: v128, lowScale: v128, highScale: v128): v128 {
  return i16x8.narrow_i32x4_s(scaled(low, lowScale), scaled(high, highScale))
}

export function clamp(values: v128, least: v128, most: v128): v128 {
  return i16x8.min_s(i16x8.max_s(values, least), most)
}

/** Converts twice eight int16 to bytes of 0..127. */
export function toActivations(low: v128, high: v128): v128 {
  return i8x16.max_s(i8x16.narrow_i16x8_s(low, high), i8x16.splat(0))
}

function scaled(sums: v128, scale: v128): v128 {
  return i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.convert_i32x4_s(sums), scale)))
}
