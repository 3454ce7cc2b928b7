import { endBits, putBits, startBits } from './bit-writer'
import { transform } from './dct'

/** What a table has per colour, in bytes: 64 quantisers, 12 codes of first coefficients and 256 of others. */
const QUANTISERS: usize = 4 * 64
const FIRST_CODES: usize = 4 * 12
const CODES: usize = 4 * 256
const TABLE: usize = QUANTISERS + FIRST_CODES + CODES
/** Codes of 16 zeros, and of zeros up to the end. */
const SIXTEEN_ZEROS: usize = 0xf0
const END: usize = 0

/** The first coefficients of the previous blocks. */
let lastLuma: i32 = 0
let lastBlue: i32 = 0
let lastRed: i32 = 0

/**
 * Writes the entropy-coded part of a JPEG whose chroma is halved both ways.
 *
 * @param luma planes as from `toPlanes`, also `blue` and `red`
 * @param width in blocks of 8 pixels of luma; those beyond it are left empty
 * @param height the same
 * @param order uint8 [64], the place of each coefficient in the file's order in a transposed block
 * @param tables for luma, then for chroma: float32 [64] to multiply coefficients with, in the transposed order; uint32 [12] and
 * [256], the Huffman codes `code << 8 | length`
 * @param buffer of 768 bytes
 * @param to at least as long as the picture in RGBX
 * @returns length in bytes
 */
export function encodeScan(
  luma: usize,
  blue: usize,
  red: usize,
  columns: i32,
  rows: i32,
  width: i32,
  height: i32,
  order: usize,
  tables: usize,
  buffer: usize,
  to: usize,
): usize {
  startBits(to)
  lastLuma = lastBlue = lastRed = 0
  const stride: usize = columns << 6
  const half = stride >> 1
  const chroma = tables + TABLE
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      for (let part = 0; part < 4; part++) {
        const x = 2 * column + (part & 1)
        const y = 2 * row + (part >> 1)
        const from = luma + y * 8 * stride + (x << 5)
        if (x < width && y < height) lastLuma = encodeBlock(from, stride, lastLuma, order, tables, buffer)
        else leaveEmpty(tables)
      }
      const place = row * 8 * half + (column << 5)
      lastBlue = encodeBlock(blue + place, half, lastBlue, order, chroma, buffer)
      lastRed = encodeBlock(red + place, half, lastRed, order, chroma, buffer)
    }
  return endBits() - to
}

/** Writes one block. @returns its first coefficient */
function encodeBlock(from: usize, stride: usize, last: i32, order: usize, table: usize, buffer: usize): i32 {
  const between = buffer + 256
  const quantised = buffer + 512
  transform(from, stride, buffer, between)
  for (let at: usize = 0; at < 256; at += 16) {
    const scaled = f32x4.mul(v128.load(buffer + at), v128.load(table + at))
    v128.store(quantised + at, i32x4.trunc_sat_f32x4_s(f32x4.nearest(scaled)))
  }
  const first = load<i32>(quantised)
  putNumber(table + QUANTISERS, 0, first - last)
  const codes = table + QUANTISERS + FIRST_CODES
  let zeros: usize = 0
  for (let i: usize = 1; i < 64; i++) {
    const value = load<i32>(quantised + ((<usize>load<u8>(order + i)) << 2))
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) putCode(codes, SIXTEEN_ZEROS)
    putNumber(codes, zeros << 4, value)
    zeros = 0
  }
  if (zeros > 0) putCode(codes, END)
  return first
}

/** Writes a block like the previous one's average. */
function leaveEmpty(table: usize): void {
  putNumber(table + QUANTISERS, 0, 0)
  putCode(table + QUANTISERS + FIRST_CODES, END)
}

/** Writes the code for a number's length, and the number. @param run zeros before it, times 16 */
function putNumber(codes: usize, run: usize, value: i32): void {
  const length = 32 - clz(abs(value))
  putCode(codes, run | length)
  if (length > 0) putBits(value < 0 ? value - 1 : value, length)
}

function putCode(codes: usize, symbol: usize): void {
  const code = load<u32>(codes + (symbol << 2))
  putBits(code >> 8, code & 0xff)
}
