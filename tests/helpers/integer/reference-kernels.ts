/** Reference kernels of the integer network in plain JavaScript: scalar sums, no SIMD. */

/** A quantised layer in natural order, before packing. */
export interface IntegerLayer {
  bias: number[]
  scale: number[]
  /** [rows, channels] */
  weights: number[]
}

/** Requantises a sum like the kernels: wraps to int32, scales in float32, rounds half to even, saturates to int16. */
function requantised(sum: number, scale: number): number {
  return saturated(halfToEven(Math.fround(Math.fround(sum | 0) * Math.fround(scale))))
}

function saturated(value: number): number {
  return Math.max(-32_768, Math.min(32_767, value))
}

export function plainPointConv(
  input: Uint8Array | Int16Array,
  { bias, scale, weights }: IntegerLayer,
  residual: Int16Array | undefined,
  [least, most]: [number, number],
): number[] {
  const channels = bias.length
  const depth = weights.length / channels
  return Array.from({ length: (input.length / depth) * channels }, (_, i) => {
    const c = i % channels
    const pixel = (i - c) / channels
    let sum = at(bias, c)
    for (let k = 0; k < depth; k++) sum += at(input, pixel * depth + k) * at(weights, k * channels + c)
    const added = requantised(sum, at(scale, c)) + (residual ? at(residual, i) : 0)
    return Math.max(least, Math.min(most, added))
  })
}

/**
 * 3×3 convolution with TensorFlow's `SAME` padding, which at stride 2 and even size pads only the end.
 * @returns [side, side, channels], 0 to `most`
 */
export function plainConv3x3(
  valueAt: (y: number, x: number, c: number, tap: number) => number,
  { bias, scale }: IntegerLayer,
  depth: number,
  size: number,
  stride: number,
  most: number,
): number[] {
  const before = stride === 1 ? 1 : 0
  const side = size / stride
  const outputs: number[] = []
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let c = 0; c < bias.length; c++) {
        let sum = at(bias, c)
        for (let tap = 0; tap < 9; tap++) {
          const row = y * stride - before + Math.floor(tap / 3)
          const column = x * stride - before + (tap % 3)
          if (row >= 0 && row < size && column >= 0 && column < size)
            for (let k = 0; k < depth; k++) sum += valueAt(row, column, c, tap * depth + k)
        }
        outputs.push(Math.max(0, Math.min(most, requantised(sum, at(scale, c)))))
      }
  return outputs
}

export function at(values: ArrayLike<number>, i: number): number {
  const value = values[i]
  if (value === undefined) throw new RangeError(`nothing at ${i}`)
  return value
}

function halfToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
