import { endBits, putBits, startBits } from './bit-writer'

/** Bytes of the tables for one colour: uint32 [16] for first coefficients, [256] for the others. */
const FIRST_CODES: usize = 4 * 16
const TABLE: usize = FIRST_CODES + 4 * 256
/** Symbols of 16 zeros, and of zeros up to the end. */
const SIXTEEN_ZEROS: usize = 0xf0
const END: usize = 0

let isCounting = false

/**
 * Counts the symbols of a picture, for its Huffman codes.
 *
 * @param coefficients as from `quantise`
 * @param units the number of its groups of six blocks
 * @param tables uint32 [2, 16 + 256], zeros, to which the counts are added: for luma, then chroma
 */
export function countSymbols(coefficients: usize, units: i32, tables: usize): void {
  isCounting = true
  encode(coefficients, units, tables)
}

/**
 * Writes the entropy-coded part of a JPEG file.
 *
 * @param coefficients as from `quantise`, also `units`
 * @param tables as for `countSymbols`, with the Huffman codes `code << 8 | length`
 * @param to at least as long as the picture in RGBX
 * @returns length in bytes
 */
export function writeScan(coefficients: usize, units: i32, tables: usize, to: usize): usize {
  isCounting = false
  startBits(to)
  encode(coefficients, units, tables)
  return endBits() - to
}

function encode(coefficients: usize, units: i32, tables: usize): void {
  for (let unit = 0; unit < units; unit++)
    for (let part = 0; part < 6; part++, coefficients += 128)
      encodeBlock(coefficients, part < 4 ? tables : tables + TABLE)
}

function encodeBlock(block: usize, table: usize): void {
  putNumber(table, 0, load<i16>(block))
  const codes = table + FIRST_CODES
  let zeros: usize = 0
  for (let i: usize = 1; i < 64; i++) {
    const value: i32 = load<i16>(block + (i << 1))
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) putCode(codes, SIXTEEN_ZEROS)
    putNumber(codes, zeros << 4, value)
    zeros = 0
  }
  if (zeros > 0) putCode(codes, END)
}

/** Writes the code for a number's length, and the number. @param run zeros before it, times 16 */
function putNumber(codes: usize, run: usize, value: i32): void {
  const length = 32 - clz(abs(value))
  putCode(codes, run | length)
  if (length > 0 && !isCounting) putBits(value < 0 ? value - 1 : value, length)
}

function putCode(codes: usize, symbol: usize): void {
  const at = codes + (symbol << 2)
  const code = load<u32>(at)
  if (isCounting) store<u32>(at, code + 1)
  else putBits(code >> 8, code & 0xff)
}
