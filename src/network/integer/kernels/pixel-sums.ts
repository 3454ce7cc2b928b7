/**
 * The sum of all pixels per channel.
 *
 * @param input int16 [pixels, channels]
 * @param output int32 [channels]
 * @param channels a multiple of 8
 */
export function pixelSums(input: usize, output: usize, pixels: i32, channels: i32): void {
  const stride: usize = channels << 1
  for (let channel: usize = 0; channel < stride; channel += 16) {
    let low = i32x4.splat(0)
    let high = i32x4.splat(0)
    let from = input + channel
    for (let pixel = 0; pixel < pixels; pixel++) {
      const values = v128.load(from)
      low = i32x4.add(low, i32x4.extend_low_i16x8_s(values))
      high = i32x4.add(high, i32x4.extend_high_i16x8_s(values))
      from += stride
    }
    v128.store(output, low)
    v128.store(output, high, 16)
    output += 32
  }
}
