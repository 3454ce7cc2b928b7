/** Pixels as a canvas gives them. */
export interface Picture {
  /** RGBA, [height, width, 4], not premultiplied. */
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Weights are fixed-point numbers with this many bits behind the point: 255 times their sum still fits an int32. */
const BITS = 22
const HALF = 1 << (BITS - 1)

/**
 * Lays a picture on white and squashes all of it to a square.
 *
 * The network learnt from Pillow's `resize(BILINEAR)`, and a canvas scales otherwise, each browser in its own way. So
 * this repeats Pillow to the bit: a triangle filter as wide as the scale, rows before columns, bytes in between.
 * @param size side in pixels
 * @returns RGB bytes [size, size, 3]
 * @throws RangeError where the picture has no pixels, or fewer than its width and height say
 */
export function squash({ data, width, height }: Picture, size: number): Uint8Array {
  if (width < 1 || height < 1 || data.length < width * height * 4)
    throw new RangeError(`expected ${width}×${height} RGBA pixels, got ${data.length} bytes`)
  return squashColumns(squashRows(data, width, height, size), height, size)
}

/** To [height, size, 3]. */
function squashRows(data: Uint8ClampedArray, width: number, height: number, size: number): Uint8Array {
  const { starts, lengths, weights, taps } = filter(width, size)
  const laid = new Uint8ClampedArray(width * 4)
  const out = new Uint8Array(height * size * 3)
  let o = 0
  for (let y = 0; y < height; y++) {
    const start = y * width * 4
    const isOpaque = layOnWhite(data, start, laid)
    const row = isOpaque ? data : laid
    const first = isOpaque ? start : 0
    for (let x = 0; x < size; x++) {
      let i = first + (starts[x] as number) * 4
      let w = x * taps
      let r = HALF
      let g = HALF
      let b = HALF
      for (const end = w + (lengths[x] as number); w < end; w++, i += 4) {
        const weight = weights[w] as number
        r = (r + Math.imul(row[i] as number, weight)) | 0
        g = (g + Math.imul(row[i + 1] as number, weight)) | 0
        b = (b + Math.imul(row[i + 2] as number, weight)) | 0
      }
      out[o++] = byte(r)
      out[o++] = byte(g)
      out[o++] = byte(b)
    }
  }
  return out
}

/** [height, size, 3] to [size, size, 3]. Adds up whole rows, because walking down a column misses the CPU's cache. */
function squashColumns(rows: Uint8Array, height: number, size: number): Uint8Array {
  const { starts, lengths, weights, taps } = filter(height, size)
  const stride = size * 3
  const sums = new Int32Array(stride)
  const out = new Uint8Array(size * stride)
  for (let y = 0; y < size; y++) {
    sums.fill(HALF)
    for (let tap = 0; tap < (lengths[y] as number); tap++) {
      const weight = weights[y * taps + tap] as number
      const start = ((starts[y] as number) + tap) * stride
      for (let x = 0; x < stride; x++) sums[x] = (sums[x] as number) + Math.imul(rows[start + x] as number, weight)
    }
    for (let x = 0; x < stride; x++) out[y * stride + x] = byte(sums[x] as number)
  }
  return out
}

/** One row of RGBA from `start` on, where it is not opaque throughout, which it says: most are, and lie on nothing. */
function layOnWhite(data: Uint8ClampedArray, start: number, row: Uint8ClampedArray): boolean {
  let isOpaque = true
  for (let i = start + 3; i < start + row.length; i += 4) isOpaque &&= data[i] === 255
  if (isOpaque) return true
  for (let i = 0; i < row.length; i += 4) {
    const alpha = data[start + i + 3] as number
    for (let c = i; c < i + 3; c++)
      row[c] = Math.round(((data[start + c] as number) * alpha + 255 * (255 - alpha)) / 255)
  }
  return false
}

/**
 * Which inputs each of `to` outputs is made of: `lengths[x]` of them from `starts[x]` on, with `weights` from `x * taps` on.
 * A triangle around the output's centre, never narrower than one input pixel to each side.
 */
function filter(from: number, to: number) {
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

function byte(sum: number): number {
  return Math.min(255, sum >> BITS)
}
