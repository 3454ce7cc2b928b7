import { expect, it } from 'vitest'
import type { LearningBase } from './learning-base.ts'
import { project } from './project.ts'

const SIZE = 11
const WIDTH = 3
const base = {
  mean: Float32Array.from({ length: SIZE }, (_, i) => i / 50),
  projection: Float32Array.from({ length: SIZE * WIDTH }, (_, i) => Math.sin(i)),
  between: new Float32Array(WIDTH),
} as unknown as LearningBase

/** The definition, step by step. */
function expected(embedding: number[]): number[] {
  const roots = embedding.map(Math.sqrt)
  const length = Math.hypot(...roots) || 1
  return Array.from({ length: WIDTH }, (_, d) =>
    roots.reduce(
      (sum, root, i) => sum + (root / length - (base.mean[i] ?? 0)) * (base.projection[i * WIDTH + d] ?? 0),
      0,
    ),
  )
}

const none = Array<number>(SIZE).fill(0)
it.each([
  ['all above 0', none.map((_, i) => i + 1)],
  ['few above 0', none.map((_, i) => (i % 5 === 3 ? 2 : 0))],
  ['one above 0', none.map((_, i) => (i === 10 ? 9 : 0))],
  ['all 0', none],
])('is the projected root: %s', (_, embedding) => {
  const place = project(embedding, base)
  for (const [d, value] of expected(embedding).entries()) expect(place[d]).toBeCloseTo(value, 5)
})

it('does not depend on the scale of an embedding', () => {
  const bytes = Int8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
  const floats = Float32Array.from(bytes, value => value / 127)
  for (const [d, value] of project(bytes, base).entries()) expect(project(floats, base)[d]).toBeCloseTo(value, 5)
})
