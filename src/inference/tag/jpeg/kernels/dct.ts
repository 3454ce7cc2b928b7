/**
 * The cosine transform of a block of 8 × 8, in two passes over columns (Arai, Agui, Nakajima 1988). The result is transposed,
 * and each coefficient lacks a factor, which belongs into its quantiser.
 *
 * @param from float32, rows `stride` bytes apart
 * @param to float32 [8, 8]
 * @param between buffer of the same size
 */
export function transform(from: usize, stride: usize, to: usize, between: usize): void {
  pass(from, stride, between)
  pass(from + 16, stride, between + 16)
  transpose(between, to)
  pass(to, 32, to)
  pass(to + 16, 32, to + 16)
}

/** Transforms four columns. `to` has rows of 32 bytes. */
function pass(from: usize, stride: usize, to: usize): void {
  const a0 = v128.load(from)
  const a1 = v128.load(from + stride)
  const a2 = v128.load(from + 2 * stride)
  const a3 = v128.load(from + 3 * stride)
  const a4 = v128.load(from + 4 * stride)
  const a5 = v128.load(from + 5 * stride)
  const a6 = v128.load(from + 6 * stride)
  const a7 = v128.load(from + 7 * stride)
  const b0 = f32x4.add(a0, a7)
  const b1 = f32x4.add(a1, a6)
  const b2 = f32x4.add(a2, a5)
  const b3 = f32x4.add(a3, a4)
  const b4 = f32x4.sub(a3, a4)
  const b5 = f32x4.sub(a2, a5)
  const b6 = f32x4.sub(a1, a6)
  const b7 = f32x4.sub(a0, a7)

  const c0 = f32x4.add(b0, b3)
  const c1 = f32x4.add(b1, b2)
  const c3 = f32x4.sub(b0, b3)
  const even = times(f32x4.add(f32x4.sub(b1, b2), c3), <f32>Math.SQRT1_2)
  v128.store(to, f32x4.add(c0, c1))
  v128.store(to, f32x4.sub(c0, c1), 128)
  v128.store(to, f32x4.add(c3, even), 64)
  v128.store(to, f32x4.sub(c3, even), 192)

  const d0 = f32x4.add(b4, b5)
  const d2 = f32x4.add(b6, b7)
  const turned = times(f32x4.sub(d0, d2), 0.38268343)
  const e2 = f32x4.add(times(d0, 0.5411961), turned)
  const e4 = f32x4.add(times(d2, 1.30656296), turned)
  const e3 = times(f32x4.add(b5, b6), <f32>Math.SQRT1_2)
  const f1 = f32x4.add(b7, e3)
  const f3 = f32x4.sub(b7, e3)
  v128.store(to, f32x4.add(f3, e2), 160)
  v128.store(to, f32x4.sub(f3, e2), 96)
  v128.store(to, f32x4.add(f1, e4), 32)
  v128.store(to, f32x4.sub(f1, e4), 224)
}

function times(values: v128, factor: f32): v128 {
  return f32x4.mul(values, f32x4.splat(factor))
}

/** Transposes a block of float32 [8, 8]. */
function transpose(from: usize, to: usize): void {
  for (let row: usize = 0; row < 2; row++)
    for (let column: usize = 0; column < 2; column++)
      transposeQuarter(from + (row << 7) + (column << 4), to + (column << 7) + (row << 4))
}

function transposeQuarter(from: usize, to: usize): void {
  const a = v128.load(from)
  const b = v128.load(from, 32)
  const c = v128.load(from, 64)
  const d = v128.load(from, 96)
  const lowAb = i32x4.shuffle(a, b, 0, 4, 1, 5)
  const highAb = i32x4.shuffle(a, b, 2, 6, 3, 7)
  const lowCd = i32x4.shuffle(c, d, 0, 4, 1, 5)
  const highCd = i32x4.shuffle(c, d, 2, 6, 3, 7)
  v128.store(to, i64x2.shuffle(lowAb, lowCd, 0, 2))
  v128.store(to, i64x2.shuffle(lowAb, lowCd, 1, 3), 32)
  v128.store(to, i64x2.shuffle(highAb, highCd, 0, 2), 64)
  v128.store(to, i64x2.shuffle(highAb, highCd, 1, 3), 96)
}
