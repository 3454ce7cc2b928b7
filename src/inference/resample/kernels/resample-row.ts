import { half, toBytes } from './rounding'

/**
 * Resamples one row to RGB bytes [to, 3].
 *
 * @param row pixels of `step` bytes, the first three red, green and blue; one byte more may be read
 * @param starts int32 [to], the first input pixel of each output
 * @param lengths int32 [to], the number of input pixels of each output
 * @param weights int32 [to, taps]
 * @param output one byte more is written
 */
export function resampleRow(
  row: usize,
  step: i32,
  starts: usize,
  lengths: usize,
  weights: usize,
  taps: i32,
  output: usize,
  to: i32,
): void {
  for (let x = 0; x < to; x++) {
    let pixel = row + load<i32>(starts) * step
    let weight = weights
    const end = weight + (load<i32>(lengths) << 2)
    let sums = half()
    while (weight < end) {
      const bytes = v128.load32_zero(pixel)
      const colours = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes))
      sums = i32x4.add(sums, i32x4.mul(colours, v128.load32_splat(weight)))
      pixel += step
      weight += 4
    }
    v128.store_lane<i32>(output, toBytes(sums), 0)
    starts += 4
    lengths += 4
    weights += taps << 2
    output += 3
  }
}
