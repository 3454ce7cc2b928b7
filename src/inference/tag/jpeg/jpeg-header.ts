import type { PixelSize } from '../../pixel-size.ts'
import type { HuffmanTable } from './huffman-table.ts'
import { zigzag } from './jpeg-tables.ts'

/** Places of the Huffman tables: first coefficients and others of luma, then of chroma. */
const TABLES = [0x00, 0x10, 0x01, 0x11]

/**
 * Everything of a JPEG file before its entropy-coded part: three colours, of which chroma is halved both ways.
 * @param quantisers [8, 8] of luma and of chroma, 1..255
 * @param codes of luma's first coefficients and others, and of chroma's
 */
export function jpegHeader(
  { width, height }: PixelSize,
  quantisers: { luma: number[]; chroma: number[] },
  codes: readonly HuffmanTable[],
): Uint8Array {
  const inOrder = (table: number[]) => zigzag.map(place => table[place] as number)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...'JFIF\0'].map(letter => letter.charCodeAt(0)).concat(1, 1, 0, 0, 1, 0, 1, 0, 0)),
    ...segment(0xdb, [0, ...inOrder(quantisers.luma), 1, ...inOrder(quantisers.chroma)]),
    ...segment(0xc0, [8, ...uint16(height), ...uint16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...segment(
      0xc4,
      codes.flatMap(({ counts, symbols }, i) => [TABLES[i] as number, ...counts, ...symbols]),
    ),
    ...segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ])
}

function segment(marker: number, content: number[]): number[] {
  return [0xff, marker, ...uint16(content.length + 2), ...content]
}

function uint16(value: number): number[] {
  return [value >> 8, value & 0xff]
}
