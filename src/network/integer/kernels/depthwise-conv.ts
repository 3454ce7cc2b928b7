import { multiplyAddShorts } from './multiply-add'
import { highPairs, lowPairs } from './pairs'
import { clamp, requantise } from './requantise'

/** Bytes of a layer per eight channels: bias int32 [8], scale float32 [8], weights int16 [3 columns, 2 pairs, 8, 2]. */
const BLOCK: usize = 256

/**
 * A depthwise 3×3 convolution with TensorFlow's `SAME` padding. Two rows are interleaved, so that one instruction multiplies
 * both; the third row is paired with zeros.
 *
 * @param input int16 [size, size, channels], where size is even if the stride is 2
 * @param layer for each eight channels: bias int32 [8], scale float32 [8], and for each column of the kernel its weights
 *   as int16 [8, 2] of rows 0 and 1, and of row 2 and zeros
 * @param zeros a row of zeros, int16 [size, channels]
 * @param output [size / stride, size / stride, channels], bytes if `most` fits into one, else int16
 * @param channels a multiple of 8
 * @param stride 1 or 2
 */
export function depthwiseConv(
  input: usize,
  layer: usize,
  zeros: usize,
  output: usize,
  size: i32,
  channels: i32,
  stride: i32,
  most: i32,
): void {
  const rowBytes: usize = (size * channels) << 1
  const rows = size / stride
  for (let y = 0; y < rows; y++) {
    const top = stride === 1 ? y - 1 : y * 2
    const row0 = top < 0 ? zeros : input + top * rowBytes
    const row1 = input + (top + 1) * rowBytes
    const row2 = top + 2 < size ? input + (top + 2) * rowBytes : zeros
    if (stride === 1) everyColumn(row0, row1, row2, layer, output, size, channels, most)
    else everySecondColumn(row0, row1, row2, layer, output, size, channels, most)
    output += (rows * channels) << widthOf(most)
  }
}

/** Walks along the columns and adds each to the three outputs that it contributes to. */
function everyColumn(
  row0: usize,
  row1: usize,
  row2: usize,
  layer: usize,
  output: usize,
  size: i32,
  channels: i32,
  most: i32,
): void {
  const nothing = i16x8.splat(0)
  const stride: usize = channels << 1
  const outputStride: usize = channels << widthOf(most)
  for (let channel: usize = 0; channel < stride; channel += 16) {
    const bias0 = v128.load(layer)
    const bias1 = v128.load(layer, 16)
    const scale0 = v128.load(layer, 32)
    const scale1 = v128.load(layer, 48)
    let left0 = bias0
    let left1 = bias1
    let here0 = bias0
    let here1 = bias1
    let to = output + ((channel >> 1) << widthOf(most))
    const end = channel + size * stride
    for (let place = channel; place < end; place += stride) {
      const x0 = v128.load(row0 + place)
      const x1 = v128.load(row1 + place)
      const x2 = v128.load(row2 + place)
      const upper0 = lowPairs(x0, x1)
      const upper1 = highPairs(x0, x1)
      const lower0 = lowPairs(x2, nothing)
      const lower1 = highPairs(x2, nothing)
      if (place !== channel) {
        left0 = multiplyAddShorts(
          multiplyAddShorts(left0, upper0, v128.load(layer, 192)),
          lower0,
          v128.load(layer, 224),
        )
        left1 = multiplyAddShorts(
          multiplyAddShorts(left1, upper1, v128.load(layer, 208)),
          lower1,
          v128.load(layer, 240),
        )
        store8(to, left0, left1, scale0, scale1, most)
        to += outputStride
      }
      left0 = multiplyAddShorts(multiplyAddShorts(here0, upper0, v128.load(layer, 128)), lower0, v128.load(layer, 160))
      left1 = multiplyAddShorts(multiplyAddShorts(here1, upper1, v128.load(layer, 144)), lower1, v128.load(layer, 176))
      here0 = multiplyAddShorts(multiplyAddShorts(bias0, upper0, v128.load(layer, 64)), lower0, v128.load(layer, 96))
      here1 = multiplyAddShorts(multiplyAddShorts(bias1, upper1, v128.load(layer, 80)), lower1, v128.load(layer, 112))
    }
    store8(to, left0, left1, scale0, scale1, most)
    layer += BLOCK
  }
}

/** Neighbouring outputs share only one of three columns, so each is computed on its own. */
function everySecondColumn(
  row0: usize,
  row1: usize,
  row2: usize,
  layer: usize,
  output: usize,
  size: i32,
  channels: i32,
  most: i32,
): void {
  const nothing = i16x8.splat(0)
  const stride: usize = channels << 1
  const outputStride: usize = channels << widthOf(most)
  for (let channel: usize = 0; channel < stride; channel += 16) {
    const bias0 = v128.load(layer)
    const bias1 = v128.load(layer, 16)
    const scale0 = v128.load(layer, 32)
    const scale1 = v128.load(layer, 48)
    let to = output + ((channel >> 1) << widthOf(most))
    const end = channel + size * stride
    for (let first = channel; first < end; first += stride * 2) {
      let sum0 = bias0
      let sum1 = bias1
      let weights = layer
      // The column behind the last one is padding.
      const columnsEnd = min(first + stride * 3, end)
      for (let place = first; place < columnsEnd; place += stride) {
        const x0 = v128.load(row0 + place)
        const x1 = v128.load(row1 + place)
        const x2 = v128.load(row2 + place)
        sum0 = multiplyAddShorts(sum0, lowPairs(x0, x1), v128.load(weights, 64))
        sum1 = multiplyAddShorts(sum1, highPairs(x0, x1), v128.load(weights, 80))
        sum0 = multiplyAddShorts(sum0, lowPairs(x2, nothing), v128.load(weights, 96))
        sum1 = multiplyAddShorts(sum1, highPairs(x2, nothing), v128.load(weights, 112))
        weights += 64
      }
      store8(to, sum0, sum1, scale0, scale1, most)
      to += outputStride
    }
    layer += BLOCK
  }
}

function store8(to: usize, sum0: v128, sum1: v128, scale0: v128, scale1: v128, most: i32): void {
  const values = clamp(requantise(sum0, sum1, scale0, scale1), i16x8.splat(0), i16x8.splat(most as i16))
  if (widthOf(most)) v128.store(to, values)
  else v128.store64_lane(to, i8x16.narrow_i16x8_u(values, values), 0)
}

/** Size of a number up to `most`, as log2 of its bytes. */
function widthOf(most: i32): i32 {
  return most > 255 ? 1 : 0
}
