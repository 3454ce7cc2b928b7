/**
 * Converts a picture to planes of luma and chroma as JFIF defines them, minus 128, with chroma halved both ways. Pixels beyond
 * the picture repeat its last column and row.
 *
 * @param pixels RGBX bytes [height, width, 4]
 * @param luma float32 [16 * rows, 16 * columns]
 * @param blue float32 [8 * rows, 8 * columns]
 * @param red the same
 * @param columns blocks of 16 pixels in a row
 * @param rows the same in a column
 */
export function toPlanes(
  pixels: usize,
  width: i32,
  height: i32,
  luma: usize,
  blue: usize,
  red: usize,
  columns: i32,
  rows: i32,
): void {
  const stride = columns << 4
  for (let y = 0; y < rows << 4; y += 2) {
    const upper = pixels + ((min(y, height - 1) * width) << 2)
    const lower = pixels + ((min(y + 1, height - 1) * width) << 2)
    const lumaRow = luma + ((y * stride) << 2)
    const chromaRow = ((y >> 1) * (stride >> 1)) << 2
    for (let x = 0; x < stride; x += 2) {
      const left = min(x, width - 1) << 2
      const right = min(x + 1, width - 1) << 2
      const a = colourAt(upper + left)
      const b = colourAt(upper + right)
      const c = colourAt(lower + left)
      const d = colourAt(lower + right)
      const at = lumaRow + (x << 2)
      store<f32>(at, lumaOf(a))
      store<f32>(at, lumaOf(b), 4)
      store<f32>(at + (stride << 2), lumaOf(c))
      store<f32>(at + (stride << 2), lumaOf(d), 4)
      const mean = f32x4.mul(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.splat(0.25))
      store<f32>(blue + chromaRow + (x << 1), sum(f32x4.mul(mean, f32x4(-0.168736, -0.331264, 0.5, 0))))
      store<f32>(red + chromaRow + (x << 1), sum(f32x4.mul(mean, f32x4(0.5, -0.418688, -0.081312, 0))))
    }
  }
}

function colourAt(pixel: usize): v128 {
  const bytes = v128.load32_zero(pixel)
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)))
}

function lumaOf(colour: v128): f32 {
  return sum(f32x4.mul(colour, f32x4(0.299, 0.587, 0.114, 0))) - 128
}

function sum(values: v128): f32 {
  return f32x4.extract_lane(values, 0) + f32x4.extract_lane(values, 1) + f32x4.extract_lane(values, 2)
}
