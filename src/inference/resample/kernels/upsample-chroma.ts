/**
 * Upsamples one row of chroma to twice its width from the two nearest rows. The nearer row and the nearer column each have
 * three times the weight of the other ("fancy upsampling"). JPEG and WebP decoders round differently.
 *
 * @param near uint8 [width]; up to 7 bytes more may be read, as of `far`
 * @param far the same as `near` if chroma is not subsampled vertically, and at the picture's border
 * @param sums buffer for int16 [width + 2]; up to 14 bytes more are written
 * @param output uint8 [2 * width]; up to 15 bytes more are written
 * @param width at least 1
 * @param left rounding term in sixteenths for even columns
 * @param right the same for odd columns
 */
export function upsampleChroma(
  near: usize,
  far: usize,
  sums: usize,
  output: usize,
  width: i32,
  left: i32,
  right: i32,
): void {
  for (let x = 0; x < width; x += 8)
    v128.store(sums + ((x + 1) << 1), i16x8.add(i16x8.mul(wide(near + x), i16x8.splat(3)), wide(far + x)))
  // Repeat the outermost column beyond the border.
  store<i16>(sums, load<i16>(sums, 2))
  store<i16>(sums + ((width + 1) << 1), load<i16>(sums + (width << 1)))
  const leftBias = i16x8.splat(left as i16)
  const rightBias = i16x8.splat(right as i16)
  for (let x = 0; x < width; x += 8) {
    const at = sums + (x << 1)
    const own = i16x8.mul(v128.load(at, 2), i16x8.splat(3))
    const even = i16x8.shr_u(i16x8.add(i16x8.add(own, v128.load(at)), leftBias), 4)
    const odd = i16x8.shr_u(i16x8.add(i16x8.add(own, v128.load(at, 4)), rightBias), 4)
    v128.store(output + (x << 1), v128.or(even, i16x8.shl(odd, 8)))
  }
}

function wide(at: usize): v128 {
  return v128.load8x8_u(at)
}
