import { transform } from './dct'

/** Bytes of a block of coefficients. */
const BLOCK: usize = 128

/** The first coefficients of the previous blocks. */
let lastLuma: i32 = 0
let lastBlue: i32 = 0
let lastRed: i32 = 0

/**
 * Transforms and quantises a picture whose chroma is halved both ways.
 *
 * @param luma planes as from `toPlanes`, also `blue` and `red`
 * @param width in blocks of 8 pixels of luma; those beyond it are left empty
 * @param height the same
 * @param order uint8 [64], the place of each coefficient in the file's order in a transposed block
 * @param factors float32 [2, 64] to multiply coefficients of luma and of chroma with, in the transposed order
 * @param buffer of 768 bytes
 * @param to int16 [rows, columns, 6, 64] in the file's order: four blocks of luma, one of each chroma; the first coefficient
 *   of each is the difference from the previous block's
 */
export function quantise(
  luma: usize,
  blue: usize,
  red: usize,
  columns: i32,
  rows: i32,
  width: i32,
  height: i32,
  order: usize,
  factors: usize,
  buffer: usize,
  to: usize,
): void {
  lastLuma = lastBlue = lastRed = 0
  const stride: usize = columns << 6
  const half = stride >> 1
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      for (let part = 0; part < 4; part++, to += BLOCK) {
        const x = 2 * column + (part & 1)
        const y = 2 * row + (part >> 1)
        if (x < width && y < height)
          lastLuma = quantiseBlock(luma + y * 8 * stride + (x << 5), stride, lastLuma, order, factors, buffer, to)
        else memory.fill(to, 0, BLOCK)
      }
      const place = row * 8 * half + (column << 5)
      lastBlue = quantiseBlock(blue + place, half, lastBlue, order, factors + 256, buffer, to)
      lastRed = quantiseBlock(red + place, half, lastRed, order, factors + 256, buffer, to + BLOCK)
      to += 2 * BLOCK
    }
}

/** @returns the first coefficient */
function quantiseBlock(
  from: usize,
  stride: usize,
  last: i32,
  order: usize,
  factors: usize,
  buffer: usize,
  to: usize,
): i32 {
  const quantised = buffer + 512
  transform(from, stride, buffer, buffer + 256)
  for (let at: usize = 0; at < 256; at += 16) {
    const scaled = f32x4.mul(v128.load(buffer + at), v128.load(factors + at))
    v128.store(quantised + at, i32x4.trunc_sat_f32x4_s(f32x4.nearest(scaled)))
  }
  const first = load<i32>(quantised)
  store<i16>(to, first - last)
  for (let i: usize = 1; i < 64; i++)
    store<i16>(to + (i << 1), load<i32>(quantised + ((<usize>load<u8>(order + i)) << 2)))
  return first
}
