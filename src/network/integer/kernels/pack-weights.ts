import { toFloats } from './floats'
import { highPairs, lowPairs } from './pairs'

/** Bytes of bias and scale in front of the weights of each eight channels. */
const HEAD: usize = 64

/**
 * Quantises weights, `round(weight[k][c] * unit[k] * scale[c])`, and writes them in the layout of `pointConv`. It adds
 * the contribution of the inputs' zeros to each bias, `Σ weight[k][c] * zero[k]`, and what rounding the weights changes in the sum
 * of mean inputs, `Σ error[k][c] * mean[k]`. The errors of single weights hardly matter; this shift is the same for all pictures.
 *
 * @param weights float16 [rows, channels]
 * @param units float32 [rows]
 * @param zeros int32 [rows]
 * @param means float32 [rows]
 * @param scales float32 [channels]
 * @param layer see `pointConv`; its depth is `rows`
 */
export function packPointConv(
  weights: usize,
  units: usize,
  zeros: usize,
  means: usize,
  scales: usize,
  layer: usize,
  rows: i32,
  channels: i32,
): void {
  const stride: usize = channels << 1
  for (let channel = 0; channel < channels; channel += 8) {
    let bias0 = v128.load(layer)
    let bias1 = v128.load(layer, 16)
    let lost0 = f32x4.splat(0)
    let lost1 = f32x4.splat(0)
    let from = weights + (channel << 1)
    let to = layer + HEAD
    for (let row: usize = 0; row < (rows as usize) << 2; row += 16) {
      const a = quantised(from, v128.load32_splat(units + row), scales)
      const b = quantised(from + stride, v128.load32_splat(units + row, 4), scales)
      const c = quantised(from + stride * 2, v128.load32_splat(units + row, 8), scales)
      const d = quantised(from + stride * 3, v128.load32_splat(units + row, 12), scales)
      const ab = i8x16.narrow_i16x8_s(a, b)
      const cd = i8x16.narrow_i16x8_s(c, d)
      v128.store(to, i8x16.shuffle(ab, cd, 0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27))
      v128.store(to, i8x16.shuffle(ab, cd, 4, 12, 20, 28, 5, 13, 21, 29, 6, 14, 22, 30, 7, 15, 23, 31), 16)
      const zeros01 = zerosOf(zeros + row)
      const zeros23 = zerosOf(zeros + row + 8)
      bias0 = i32x4.add(bias0, i32x4.dot_i16x8_s(lowPairs(a, b), zeros01))
      bias1 = i32x4.add(bias1, i32x4.dot_i16x8_s(highPairs(a, b), zeros01))
      bias0 = i32x4.add(bias0, i32x4.dot_i16x8_s(lowPairs(c, d), zeros23))
      bias1 = i32x4.add(bias1, i32x4.dot_i16x8_s(highPairs(c, d), zeros23))
      for (let i: usize = 0; i < 16; i += 4) {
        const unit = v128.load32_splat(units + row + i)
        const mean = v128.load32_splat(means + row + i)
        lost0 = f32x4.add(lost0, f32x4.mul(lost(scaled(from, unit, scales)), mean))
        lost1 = f32x4.add(lost1, f32x4.mul(lost(scaled(from + 8, unit, scales + 16)), mean))
        from += stride
      }
      to += 32
    }
    v128.store(layer, i32x4.add(bias0, rounded(lost0)))
    v128.store(layer, i32x4.add(bias1, rounded(lost1)), 16)
    scales += 32
    layer = to
  }
}

/** Two zeros as four pairs of int16. */
function zerosOf(from: usize): v128 {
  return i32x4.splat((load<i32>(from) & 0xffff) | (load<i32>(from, 4) << 16))
}

/**
 * Quantises weights and writes them in the layout of `pointConvShorts`, in pairs of rows.
 * @param weights float16 [rows, channels]
 * @param scales float32 [channels]
 * @param layer its depth is `rows`, rounded up to an even number
 */
export function packPointConvShorts(weights: usize, scales: usize, layer: usize, rows: i32, channels: i32): void {
  const block = HEAD + (((rows + 1) >> 1) << 5)
  const stride: usize = channels << 1
  layer += HEAD
  for (let row = 0; row < rows; row += 2) {
    packPair(weights, row + 1 < rows ? weights + stride : 0, scales, layer, block, channels)
    weights += stride << 1
    layer += 32
  }
}

/**
 * The same for `depthwiseConv`.
 * @param weights float16 [3, 3, channels]
 */
export function packDepthwiseConv(weights: usize, scales: usize, layer: usize, channels: i32): void {
  const block = HEAD + 192
  const stride: usize = channels << 1
  layer += HEAD
  for (let column = 0; column < 3; column++) {
    packPair(weights, weights + stride * 3, scales, layer, block, channels)
    packPair(weights + stride * 6, 0, scales, layer + 32, block, channels)
    weights += stride
    layer += 64
  }
}

/** Interleaves two rows of weights; the second is zero if its address is 0. */
function packPair(first: usize, second: usize, scales: usize, to: usize, block: usize, channels: i32): void {
  const one = f32x4.splat(1)
  for (let channel = 0; channel < channels; channel += 8) {
    const a = quantised(first, one, scales)
    const b = second ? quantised(second, one, scales) : i16x8.splat(0)
    v128.store(to, lowPairs(a, b))
    v128.store(to, highPairs(a, b), 16)
    first += 16
    if (second) second += 16
    scales += 32
    to += block
  }
}

/** Eight weights of a row, times the unit of their input, in int16. */
function quantised(from: usize, unit: v128, scales: usize): v128 {
  return i16x8.narrow_i32x4_s(rounded(scaled(from, unit, scales)), rounded(scaled(from + 8, unit, scales + 16)))
}

/** Four weights of a row, times the unit of their input, before they are rounded. */
function scaled(from: usize, unit: v128, scales: usize): v128 {
  return f32x4.mul(f32x4.mul(toFloats(v128.load16x4_u(from)), unit), v128.load(scales))
}

function rounded(values: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(values))
}

/** What rounding takes away. */
function lost(values: v128): v128 {
  return f32x4.sub(values, f32x4.nearest(values))
}
