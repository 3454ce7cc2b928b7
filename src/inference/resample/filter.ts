/** Output `x` is the weighted sum of `lengths[x]` inputs from `starts[x]` on, with the weights from `x * taps` on. */
export interface Filter {
  starts: Int32Array
  lengths: Int32Array
  /** Fixed-point numbers with `BITS` fractional bits. */
  weights: Int32Array
  taps: number
}

/** Must equal `BITS` in kernels/rounding.ts. */
const BITS = 22

/** A triangle around each output's centre, at least one input pixel wide on each side, as in Pillow's BILINEAR. */
export function triangleFilter(from: number, to: number): Filter {
  const scale = from / to
  const support = Math.max(scale, 1)
  const taps = Math.ceil(support) * 2 + 1
  const starts = new Int32Array(to)
  const lengths = new Int32Array(to)
  const weights = new Int32Array(to * taps)
  for (let x = 0; x < to; x++) {
    const centre = (x + 0.5) * scale
    const start = Math.max(0, Math.trunc(centre - support + 0.5))
    const end = Math.min(from, Math.trunc(centre + support + 0.5))
    const triangle = (i: number) => Math.max(0, 1 - Math.abs(i + 0.5 - centre) / support)
    let sum = 0
    for (let i = start; i < end; i++) sum += triangle(i)
    for (let i = start; i < end; i++) weights[x * taps + i - start] = Math.round((triangle(i) / sum) * 2 ** BITS)
    starts[x] = start
    lengths[x] = end - start
  }
  return { starts, lengths, weights, taps }
}
