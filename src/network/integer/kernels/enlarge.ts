/**
 * Repeats each pixel in a square of 2×2.
 *
 * @param input int16 [side, side, channels]
 * @param output int16 [2 * side, 2 * side, channels]
 * @param channels a multiple of 8
 */
export function enlarge(input: usize, output: usize, side: i32, channels: i32): void {
  const pixelBytes: usize = channels << 1
  const rowBytes = (side * pixelBytes) << 1
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let at: usize = 0; at < pixelBytes; at += 16) {
        const eight = v128.load(input + at)
        v128.store(output + at, eight)
        v128.store(output + at + pixelBytes, eight)
        v128.store(output + at + rowBytes, eight)
        v128.store(output + at + rowBytes + pixelBytes, eight)
      }
      input += pixelBytes
      output += pixelBytes << 1
    }
    output += rowBytes
  }
}
