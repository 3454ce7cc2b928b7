/**
 * Converts a row of luma and chroma to RGBX, bit for bit as JPEG decoders do (ITU T.871, with 16 fractional bits).
 *
 * @param luma uint8 [width]; up to 7 bytes more may be read, also of `blue` and `red`
 * @param output uint8 [width, 4], whose fourth byte is undefined; up to 28 bytes more are written
 */
export function jpegToRgb(luma: usize, blue: usize, red: usize, output: usize, width: i32): void {
  for (let x = 0; x < width; x += 8) {
    const y = v128.load8x8_u(luma + x)
    const cb = i16x8.sub(v128.load8x8_u(blue + x), i16x8.splat(128))
    const cr = i16x8.sub(v128.load8x8_u(red + x), i16x8.splat(128))
    const low = i32x4.add(
      i32x4.mul(i32x4.extend_low_i16x8_s(cb), i32x4.splat(-22554)),
      i32x4.mul(i32x4.extend_low_i16x8_s(cr), i32x4.splat(-46802)),
    )
    const high = i32x4.add(
      i32x4.mul(i32x4.extend_high_i16x8_s(cb), i32x4.splat(-22554)),
      i32x4.mul(i32x4.extend_high_i16x8_s(cr), i32x4.splat(-46802)),
    )
    const r = i16x8.add(y, scaled(cr, 91881))
    const g = i16x8.add(y, rounded(low, high))
    const b = i16x8.add(y, scaled(cb, 116130))
    storePixels(output + (x << 2), r, g, b)
  }
}

/** The same for WebP: ITU-R BT.601 with luma of 16..235 (RFC 6386, 9.2). Decoders use 14 fractional bits. */
export function webpToRgb(luma: usize, blue: usize, red: usize, output: usize, width: i32): void {
  for (let x = 0; x < width; x += 8) {
    const y = v128.load8x8_u(luma + x)
    const u = v128.load8x8_u(blue + x)
    const v = v128.load8x8_u(red + x)
    const r = weighted(y, u, v, 0, 26149, -14234)
    const g = weighted(y, u, v, -6419, -13320, 8708)
    const b = weighted(y, u, v, 33050, 0, -17685)
    storePixels(output + (x << 2), r, g, b)
  }
}

function scaled(values: v128, factor: i32): v128 {
  const by = i32x4.splat(factor)
  return rounded(i32x4.mul(i32x4.extend_low_i16x8_s(values), by), i32x4.mul(i32x4.extend_high_i16x8_s(values), by))
}

function rounded(low: v128, high: v128): v128 {
  const half = i32x4.splat(1 << 15)
  return i16x8.narrow_i32x4_s(i32x4.shr_s(i32x4.add(low, half), 16), i32x4.shr_s(i32x4.add(high, half), 16))
}

function weighted(y: v128, u: v128, v: v128, byU: i32, byV: i32, bias: i32): v128 {
  return i16x8.narrow_i32x4_s(
    sum(i32x4.extend_low_i16x8_s(y), i32x4.extend_low_i16x8_s(u), i32x4.extend_low_i16x8_s(v), byU, byV, bias),
    sum(i32x4.extend_high_i16x8_s(y), i32x4.extend_high_i16x8_s(u), i32x4.extend_high_i16x8_s(v), byU, byV, bias),
  )
}

/** Each product is truncated separately, as decoders do. */
function sum(y: v128, u: v128, v: v128, byU: i32, byV: i32, bias: i32): v128 {
  const products = i32x4.add(i32x4.add(product(y, 19077), product(u, byU)), product(v, byV))
  return i32x4.shr_s(i32x4.add(products, i32x4.splat(bias)), 6)
}

/** A negative factor negates the product of its magnitude. */
function product(values: v128, factor: i32): v128 {
  const size = i32x4.shr_s(i32x4.mul(values, i32x4.splat(factor < 0 ? -factor : factor)), 8)
  return factor < 0 ? i32x4.neg(size) : size
}

/** Stores eight pixels of three int16 colours, clamped to 0..255. */
function storePixels(output: usize, r: v128, g: v128, b: v128): void {
  const rg = i8x16.narrow_i16x8_u(r, g)
  const bb = i8x16.narrow_i16x8_u(b, b)
  v128.store(output, i8x16.shuffle(rg, bb, 0, 8, 16, 16, 1, 9, 17, 17, 2, 10, 18, 18, 3, 11, 19, 19))
  v128.store(output, i8x16.shuffle(rg, bb, 4, 12, 20, 20, 5, 13, 21, 21, 6, 14, 22, 22, 7, 15, 23, 23), 16)
}
