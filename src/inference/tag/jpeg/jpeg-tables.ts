/** The tables that ITU T.81 suggests in annex K, as most encoders use them. */

/** The file's order of a block's coefficients: index in [8, 8] of each. */
export const zigzag = order()

/** Quantisers at quality 50, [8, 8]. */
export const quantisers = {
  luma: [
    [16, 11, 10, 16, 24, 40, 51, 61],
    [12, 12, 14, 19, 26, 58, 60, 55],
    [14, 13, 16, 24, 40, 57, 69, 56],
    [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77],
    [24, 35, 55, 64, 81, 104, 113, 92],
    [49, 64, 78, 87, 103, 121, 120, 101],
    [72, 92, 95, 98, 112, 100, 103, 99],
  ].flat(),
  chroma: [
    [17, 18, 24, 47, 99, 99, 99, 99],
    [18, 21, 26, 66, 99, 99, 99, 99],
    [24, 26, 56, 99, 99, 99, 99, 99],
    [47, 66, 99, 99, 99, 99, 99, 99],
    ...Array.from({ length: 4 }, () => Array<number>(8).fill(99)),
  ].flat(),
}

/** A Huffman table: how many codes have each length from 1 to 16 bits, and their symbols in hex, shortest code first. */
export interface HuffmanTable {
  counts: number[]
  symbols: string
}

const firstSymbols = '000102030405060708090a0b'

/** Tables for the first coefficient of a block and for the others. */
export const huffman = {
  luma: {
    first: { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], symbols: firstSymbols },
    others: {
      counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
      symbols:
        '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
        '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
        'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    },
  },
  chroma: {
    first: { counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], symbols: firstSymbols },
    others: {
      counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
      symbols:
        '0001020311040521310612415107617113223281081442' +
        '91a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a434445464748494a535455565758595a63646566676869' +
        '6a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5' +
        'd6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa',
    },
  },
} satisfies Record<string, Record<string, HuffmanTable>>

/** Diagonals from the upper left, in alternating directions. */
function order(): number[] {
  const places = Array.from({ length: 64 }, (_, i) => ({ row: i >> 3, column: i & 7 }))
  const diagonal = ({ row, column }: { row: number; column: number }) => row + column
  const along = (place: { row: number; column: number }) => (diagonal(place) % 2 ? place.row : place.column)
  places.sort((a, b) => diagonal(a) - diagonal(b) || along(a) - along(b))
  return places.map(({ row, column }) => 8 * row + column)
}
