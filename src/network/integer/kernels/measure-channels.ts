import { toFloats } from './floats'

/**
 * What decides how finely each channel can be quantised.
 *
 * @param weights float16 [rows, channels]
 * @param output float32 [3, channels]: the sum of the positive weights, that of the others' magnitudes, the largest magnitude
 * @param channels a multiple of 8
 */
export function measureChannels(weights: usize, output: usize, rows: i32, channels: i32): void {
  const zero = f32x4.splat(0)
  const third: usize = channels << 2
  const stride: usize = channels << 1
  for (let channel: usize = 0; channel < stride; channel += 8) {
    let positive = zero
    let negative = zero
    let largest = zero
    let from = weights + channel
    for (let row = 0; row < rows; row++) {
      const values = toFloats(v128.load16x4_u(from))
      positive = f32x4.add(positive, f32x4.max(values, zero))
      negative = f32x4.add(negative, f32x4.max(f32x4.neg(values), zero))
      largest = f32x4.max(largest, f32x4.abs(values))
      from += stride
    }
    v128.store(output, positive)
    v128.store(output + third, negative)
    v128.store(output + third * 2, largest)
    output += 16
  }
}
