import type { PixelSize } from '../../pixel-size.ts'
import { type HuffmanTable, huffman, zigzag } from './jpeg-tables.ts'

/**
 * Everything of a JPEG file before its entropy-coded part: three colours, of which chroma is halved both ways.
 * @param quantisers [8, 8] of luma and of chroma, 1..255
 */
export function jpegHeader({ width, height }: PixelSize, quantisers: { luma: number[]; chroma: number[] }): Uint8Array {
  const inOrder = (table: number[]) => zigzag.map(place => table[place] as number)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...'JFIF\0'].map(letter => letter.charCodeAt(0)).concat(1, 1, 0, 0, 1, 0, 1, 0, 0)),
    ...segment(0xdb, [0, ...inOrder(quantisers.luma), 1, ...inOrder(quantisers.chroma)]),
    ...segment(0xc0, [8, ...uint16(height), ...uint16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...segment(0xc4, [
      ...[0x00, ...bytesOf(huffman.luma.first), 0x10, ...bytesOf(huffman.luma.others)],
      ...[0x01, ...bytesOf(huffman.chroma.first), 0x11, ...bytesOf(huffman.chroma.others)],
    ]),
    ...segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ])
}

function segment(marker: number, content: number[]): number[] {
  return [0xff, marker, ...uint16(content.length + 2), ...content]
}

function uint16(value: number): number[] {
  return [value >> 8, value & 0xff]
}

function bytesOf({ counts, symbols }: HuffmanTable): number[] {
  return [...counts, ...Uint8Array.from(symbols.match(/../g) ?? [], pair => Number.parseInt(pair, 16))]
}
