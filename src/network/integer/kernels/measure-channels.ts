import { toFloats } from './floats'

/**
 * Measures `weight[k][c] * unit[k]` per channel, which decides how finely it can be quantised.
 *
 * @param weights float16 [rows, channels]
 * @param units float32 [rows]
 * @param output float32 [2, channels]: the largest magnitude, and the sum of all magnitudes
 * @param channels a multiple of 8
 */
export function measureChannels(weights: usize, units: usize, output: usize, rows: i32, channels: i32): void {
  const stride: usize = channels << 1
  for (let channel: usize = 0; channel < stride; channel += 8) {
    let largest = f32x4.splat(0)
    let sum = f32x4.splat(0)
    let from = weights + channel
    for (let row = 0; row < rows; row++) {
      const values = f32x4.mul(toFloats(v128.load16x4_u(from)), v128.load32_splat(units + (row << 2)))
      const sizes = f32x4.abs(values)
      largest = f32x4.max(largest, sizes)
      sum = f32x4.add(sum, sizes)
      from += stride
    }
    v128.store(output, largest)
    v128.store(output + (stride << 1), sum)
    output += 16
  }
}
