import { multiplyAddBytes, multiplyAddShorts } from './multiply-add'
import { clamp, requantise } from './requantise'

/**
 * A 1×1 convolution: `output[p][c] = clamp(round(scale[c] * (bias[c] + Σ input[p][k] * weight[k][c])) + residual[p][c])`.
 *
 * @param input bytes [pixels, depth], 0 to 127
 * @param layer for each eight channels: bias int32 [8], scale float32 [8], weights int8 [depth / 4, 8, 4]
 * @param residual int16 [pixels, channels], 0 if there is none
 * @param output int16 [pixels, channels]; must not be the residual
 * @param pixels at least 6
 * @param depth a multiple of 4
 * @param channels a multiple of 8
 */
export function pointConv(
  input: usize,
  layer: usize,
  residual: usize,
  output: usize,
  pixels: i32,
  depth: i32,
  channels: i32,
  least: i32,
  most: i32,
): void {
  convolve<u8>(input, layer, residual, output, pixels, depth, channels, least, most)
}

/**
 * The same for inputs that need more than a byte. It takes twice as long on many processors.
 *
 * @param input int16 [pixels, depth]
 * @param layer for each eight channels: bias int32 [8], scale float32 [8], weights int16 [depth / 2, 8, 2]
 * @param depth a multiple of 2
 */
export function pointConvShorts(
  input: usize,
  layer: usize,
  residual: usize,
  output: usize,
  pixels: i32,
  depth: i32,
  channels: i32,
  least: i32,
  most: i32,
): void {
  convolve<i16>(input, layer, residual, output, pixels, depth, channels, least, most)
}

/**
 * Four or six pixels by eight channels at a time: their sums, two vectors of weights and four input bytes stay in registers.
 * Longer loop bodies were slower.
 */
function convolve<Input>(
  input: usize,
  layer: usize,
  residual: usize,
  output: usize,
  pixels: i32,
  depth: i32,
  channels: i32,
  least: i32,
  most: i32,
): void {
  const least8 = i16x8.splat(least as i16)
  const most8 = i16x8.splat(most as i16)
  const inputStride: usize = depth * sizeof<Input>()
  const outputStride: usize = channels << 1
  for (let channel = 0; channel < channels; channel += 8) {
    const bias0 = v128.load(layer)
    const bias1 = v128.load(layer, 16)
    const weights = layer + 64
    for (let done = 0; done < pixels; done += atOnce<Input>()) {
      // The last pixels may overlap the previous ones, whose sums are then computed again.
      const pixel: usize = min(done, pixels - atOnce<Input>())
      let a = input + pixel * inputStride
      let b = a + inputStride
      let c = b + inputStride
      let d = c + inputStride
      let e = d + inputStride
      let f = e + inputStride
      const end = b
      let weight = weights
      let a0 = bias0
      let a1 = bias1
      let b0 = bias0
      let b1 = bias1
      let c0 = bias0
      let c1 = bias1
      let d0 = bias0
      let d1 = bias1
      let e0 = bias0
      let e1 = bias1
      let f0 = bias0
      let f1 = bias1
      while (a < end) {
        const weight0 = v128.load(weight)
        const weight1 = v128.load(weight, 16)
        let four = v128.load32_splat(a)
        a0 = multiplyAdd<Input>(a0, weight0, four)
        a1 = multiplyAdd<Input>(a1, weight1, four)
        four = v128.load32_splat(b)
        b0 = multiplyAdd<Input>(b0, weight0, four)
        b1 = multiplyAdd<Input>(b1, weight1, four)
        four = v128.load32_splat(c)
        c0 = multiplyAdd<Input>(c0, weight0, four)
        c1 = multiplyAdd<Input>(c1, weight1, four)
        four = v128.load32_splat(d)
        d0 = multiplyAdd<Input>(d0, weight0, four)
        d1 = multiplyAdd<Input>(d1, weight1, four)
        if (atOnce<Input>() === 6) {
          four = v128.load32_splat(e)
          e0 = multiplyAdd<Input>(e0, weight0, four)
          e1 = multiplyAdd<Input>(e1, weight1, four)
          four = v128.load32_splat(f)
          f0 = multiplyAdd<Input>(f0, weight0, four)
          f1 = multiplyAdd<Input>(f1, weight1, four)
        }
        a += 4
        b += 4
        c += 4
        d += 4
        e += 4
        f += 4
        weight += 32
      }
      // Loaded here, because registers are scarce in the loop.
      const scale0 = v128.load(layer, 32)
      const scale1 = v128.load(layer, 48)
      let a8 = requantise(a0, a1, scale0, scale1)
      let b8 = requantise(b0, b1, scale0, scale1)
      let c8 = requantise(c0, c1, scale0, scale1)
      let d8 = requantise(d0, d1, scale0, scale1)
      let e8 = requantise(e0, e1, scale0, scale1)
      let f8 = requantise(f0, f1, scale0, scale1)
      let place = pixel * outputStride + (channel << 1)
      if (residual) {
        let other = residual + place
        a8 = i16x8.add_sat_s(a8, v128.load(other))
        other += outputStride
        b8 = i16x8.add_sat_s(b8, v128.load(other))
        other += outputStride
        c8 = i16x8.add_sat_s(c8, v128.load(other))
        other += outputStride
        d8 = i16x8.add_sat_s(d8, v128.load(other))
        if (atOnce<Input>() === 6) {
          other += outputStride
          e8 = i16x8.add_sat_s(e8, v128.load(other))
          other += outputStride
          f8 = i16x8.add_sat_s(f8, v128.load(other))
        }
      }
      place += output
      v128.store(place, clamp(a8, least8, most8))
      place += outputStride
      v128.store(place, clamp(b8, least8, most8))
      place += outputStride
      v128.store(place, clamp(c8, least8, most8))
      place += outputStride
      v128.store(place, clamp(d8, least8, most8))
      if (atOnce<Input>() === 6) {
        place += outputStride
        v128.store(place, clamp(e8, least8, most8))
        place += outputStride
        v128.store(place, clamp(f8, least8, most8))
      }
    }
    layer = weights + (inputStride << 3)
  }
}

function multiplyAdd<Input>(sums: v128, weights: v128, values: v128): v128 {
  return sizeof<Input>() === 1 ? multiplyAddBytes(sums, weights, values) : multiplyAddShorts(sums, weights, values)
}

/**
 * Pixels at a time. The instruction for four products has a latency of five cycles on Intel's processors, which start two of them
 * a cycle: fewer than ten sums would wait for each other.
 */
function atOnce<Input>(): i32 {
  return IN_ONE_STEP && sizeof<Input>() === 1 ? 6 : 4
}
