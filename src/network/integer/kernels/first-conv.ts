import { pointConvShorts } from './point-conv'

/** Values in a patch: 3×3 pixels of 3 colours, and one zero to make the number even. */
const DEPTH: usize = 28
const PATCH: usize = DEPTH << 1
/** Distance between two rows of a patch in bytes. */
const PATCH_ROW: usize = 18

/**
 * The first convolution, 3×3 with stride 2, on the bytes of a picture. A byte b means b / 127.5 - 1, which is exactly
 * 2b - 255 in units of 1/255, so nothing is rounded and the padding is 0. Patches are laid out row by row as pixels of 28
 * channels.
 *
 * @param picture RGB bytes [size, size, 3], followed by at least 8 readable bytes
 * @param patches buffer for int16 [size / 2, 28]; all zeros at the first call
 * @param layer as for `pointConvShorts`, with depth 28: rows, columns, colours, one zero
 * @param output int16 [size / 2, size / 2, channels]
 * @param size a multiple of 2, at least 8
 */
export function firstConv(
  picture: usize,
  patches: usize,
  layer: usize,
  output: usize,
  size: i32,
  channels: i32,
  most: i32,
): void {
  const half = size >> 1
  for (let y = 0; y < half; y++) {
    for (let row = 0; row < 3; row++) gatherRow(picture, patches + row * PATCH_ROW, y * 2 + row, size)
    pointConvShorts(patches, layer, 0, output, half, DEPTH, channels, 0, most)
    output += (half * channels) << 1
  }
}

/** Copies row `y` of the picture to one of the three rows of all patches. */
function gatherRow(picture: usize, to: usize, y: i32, size: i32): void {
  const half = size >> 1
  const from = picture + y * size * 3
  for (let x = 0; x < half; x++) {
    const pixel = from + x * 6
    const isInside = y < size
    // The last patch reaches one pixel beyond the picture.
    const isWhole = x < half - 1
    const values = isInside ? v128.load(pixel, 0) : i8x16.splat(0)
    const wide = i16x8.sub(i16x8.shl(i16x8.extend_low_i8x16_u(values), 1), i16x8.splat(255))
    const mask = isWhole ? i16x8.splat(-1) : i16x8(-1, -1, -1, -1, -1, -1, 0, 0)
    v128.store(to, isInside ? v128.and(wide, mask) : i16x8.splat(0))
    store<i16>(to, isInside && isWhole ? (load<u8>(pixel, 8) as i16) * 2 - 255 : 0, 16)
    to += PATCH
  }
}
