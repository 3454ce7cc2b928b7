/**
 * Converts a row of BGRX pixels to RGBX.
 *
 * @param row uint8 [width, 4]; up to 15 bytes more may be read
 * @param output uint8 [width, 4]; up to 15 bytes more are written
 */
export function swapRedBlue(row: usize, output: usize, width: i32): void {
  for (const end = row + (width << 2); row < end; row += 16, output += 16) {
    const pixels = v128.load(row)
    v128.store(output, i8x16.shuffle(pixels, pixels, 2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15))
  }
}
