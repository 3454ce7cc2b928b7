/**
 * Flattens a row of RGBA pixels, not premultiplied, onto white. Rows that are opaque, as most are, are only copied.
 *
 * @param row uint8 [width, 4]; up to 15 bytes more may be read
 * @param output uint8 [width, 4], whose fourth byte is undefined; may be the row itself; up to 15 bytes more are written
 */
export function flattenOntoWhite(row: usize, output: usize, width: i32): void {
  const end = row + (width << 2)
  let opaque = i8x16.splat(-1)
  for (let from = row, to = output; from < end; from += 16, to += 16) {
    const pixels = v128.load(from)
    v128.store(to, pixels)
    // Ignore the alpha of pixels behind the end of the row.
    const remaining = ((end - from) as i32) >> 2
    const alphas = v128.or(pixels, i32x4.splat(0x00ffffff))
    const seen = remaining < 4 ? v128.or(alphas, i32x4.ge_s(i32x4(0, 1, 2, 3), i32x4.splat(remaining))) : alphas
    opaque = v128.and(opaque, seen)
  }
  if (i8x16.all_true(i8x16.eq(opaque, i8x16.splat(-1)))) return
  for (; row < end; row += 4, output += 4) {
    const alpha: u32 = load<u8>(row, 3)
    const white = 255 * (255 - alpha)
    store<u8>(output, rounded(load<u8>(row) * alpha + white))
    store<u8>(output, rounded(load<u8>(row, 1) * alpha + white), 1)
    store<u8>(output, rounded(load<u8>(row, 2) * alpha + white), 2)
  }
}

/** Divides by 255 and rounds. */
function rounded(value: u32): u8 {
  return ((value + 127) / 255) as u8
}
