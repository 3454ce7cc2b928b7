import { toFloats } from './floats'
import { highPairs, lowPairs } from './pairs'

/** Bytes of bias and scale before the weights of each eight channels. */
const HEAD: usize = 64

/**
 * Quantises weights and writes them as `pointConv` reads them.
 *
 * @param weights float16 [rows, channels]
 * @param scales float32 [channels]
 * @param layer see `pointConv`; its depth is `rows`, and one more where that is odd
 */
export function packPointConv(weights: usize, scales: usize, layer: usize, rows: i32, channels: i32): void {
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

/** Two rows of weights, interleaved; the second is zero where its address is 0. */
function packPair(first: usize, second: usize, scales: usize, to: usize, block: usize, channels: i32): void {
  for (let channel = 0; channel < channels; channel += 8) {
    const a = quantised(first, scales)
    const b = second ? quantised(second, scales) : i16x8.splat(0)
    v128.store(to, lowPairs(a, b))
    v128.store(to, highPairs(a, b), 16)
    first += 16
    if (second) second += 16
    scales += 32
    to += block
  }
}

/** Eight weights. */
function quantised(from: usize, scales: usize): v128 {
  const low = f32x4.mul(toFloats(v128.load16x4_u(from)), v128.load(scales))
  const high = f32x4.mul(toFloats(v128.load16x4_u(from, 8)), v128.load(scales, 16))
  return i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(f32x4.nearest(low)), i32x4.trunc_sat_f32x4_s(f32x4.nearest(high)))
}
