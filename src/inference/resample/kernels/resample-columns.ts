import { half, toBytes } from './rounding'

/**
 * Computes one output row from several input rows. It adds up whole rows, because walking down columns would cause cache
 * misses.
 *
 * @param rows the first input row, each of `stride` bytes; 15 bytes more may be read
 * @param weights int32 [length]
 * @param output of `stride` bytes; up to 15 more are written
 */
export function resampleColumns(rows: usize, stride: i32, weights: usize, length: i32, output: usize): void {
  const end = output + stride
  while (output < end) {
    let a = half()
    let b = half()
    let c = half()
    let d = half()
    let from = rows
    for (let tap = 0; tap < length; tap++) {
      const weight = v128.load32_splat(weights + (tap << 2))
      const bytes = v128.load(from)
      const low = i16x8.extend_low_i8x16_u(bytes)
      const high = i16x8.extend_high_i8x16_u(bytes)
      a = i32x4.add(a, i32x4.mul(i32x4.extend_low_i16x8_u(low), weight))
      b = i32x4.add(b, i32x4.mul(i32x4.extend_high_i16x8_u(low), weight))
      c = i32x4.add(c, i32x4.mul(i32x4.extend_low_i16x8_u(high), weight))
      d = i32x4.add(d, i32x4.mul(i32x4.extend_high_i16x8_u(high), weight))
      from += stride
    }
    v128.store_lane<i32>(output, toBytes(a), 0)
    v128.store_lane<i32>(output, toBytes(b), 0, 4)
    v128.store_lane<i32>(output, toBytes(c), 0, 8)
    v128.store_lane<i32>(output, toBytes(d), 0, 12)
    rows += 16
    output += 16
  }
}
