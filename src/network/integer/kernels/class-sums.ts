import { multiplyAddShorts } from './multiply-add'

/**
 * The contribution of each pixel to each class: `output[p][c] = Σ input[p][k] * weight[c][k]`.
 *
 * @param input int16 [pixels, depth]
 * @param weights int16 [classes, depth]
 * @param output int32 [pixels, classes]
 * @param depth a multiple of 8
 */
export function classSums(input: usize, weights: usize, output: usize, pixels: i32, depth: i32, classes: i32): void {
  const stride: usize = depth << 1
  for (let pixel = 0; pixel < pixels; pixel++) {
    let weight = weights
    for (let c = 0; c < classes; c++) {
      let sums = i32x4.splat(0)
      for (let k: usize = 0; k < stride; k += 16) {
        sums = multiplyAddShorts(sums, v128.load(input + k), v128.load(weight + k))
      }
      weight += stride
      const sum =
        i32x4.extract_lane(sums, 0) +
        i32x4.extract_lane(sums, 1) +
        i32x4.extract_lane(sums, 2) +
        i32x4.extract_lane(sums, 3)
      store<i32>(output, sum)
      output += 4
    }
    input += stride
  }
}
