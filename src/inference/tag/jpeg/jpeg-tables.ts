/** The file's order of a block's coefficients: index in [8, 8] of each. */
export const zigzag = order()

/** Quantisers at quality 50, [8, 8]: those that ITU T.81 suggests in annex K, as most encoders use them. */
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

/** Diagonals from the upper left, in alternating directions. */
function order(): number[] {
  const places = Array.from({ length: 64 }, (_, i) => ({ row: i >> 3, column: i & 7 }))
  const diagonal = ({ row, column }: { row: number; column: number }) => row + column
  const along = (place: { row: number; column: number }) => (diagonal(place) % 2 ? place.row : place.column)
  places.sort((a, b) => diagonal(a) - diagonal(b) || along(a) - along(b))
  return places.map(({ row, column }) => 8 * row + column)
}
