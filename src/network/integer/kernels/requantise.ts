/**
 * 1.5 * 2^23, four times. It lies in memory because V8 would build a constant again at each use, which takes longer than what
 * this saves.
 */
const ROUNDER = memory.data<f32>([12_582_912, 12_582_912, 12_582_912, 12_582_912], 16)

/**
 * Converts eight sums to eight int16: multiplied by a scale per channel, rounded to nearest (half to even), and clamped.
 * Products must be within ±2^22. Adding `ROUNDER` leaves no bits for a fraction, and its own low bits are zeros, so the integer
 * remains in them: faster than the instructions that round and convert, and the same on every machine.
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
  const rounder = v128.load(ROUNDER)
  return i32x4.sub(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), rounder), rounder)
}
