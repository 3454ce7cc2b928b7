import type { LearningBase } from './learning-base.ts'

interface Projected {
  /** Where an embedding of zeros would lie, [D]. */
  origin: Float32Array
  /** Places of embeddings. After a lesson, the cached answers of a page are all concluded again. */
  places: WeakMap<ArrayLike<number>, Float32Array>
}

const known = new WeakMap<LearningBase['mean'], Projected>()

/**
 * Projects an embedding into the space in which kinds can be compared: square roots, length 1, minus the mean, times the
 * projection. Its scale does not matter, so an embedding of bytes is as good as one of floats.
 * @param embedding [1280], 0 or above
 * @returns [D]
 */
export function project(embedding: ArrayLike<number>, base: LearningBase): Float32Array {
  const { origin, places } = known.get(base.mean) ?? { origin: originOf(base), places: new WeakMap() }
  known.set(base.mean, { origin, places })
  const place = places.get(embedding) ?? compute(embedding, origin, base)
  places.set(embedding, place)
  return place
}

function compute(embedding: ArrayLike<number>, origin: Float32Array, { mean, projection }: LearningBase): Float32Array {
  const { roots, length } = rootsOf(embedding, mean.length)
  const sums = multiply(roots, projection, origin.length)
  return origin.map((value, d) => value + (sums[d] ?? 0) / length)
}

interface Roots {
  /** Where the components above 0 stand. Most are 0, and skipping them saves most of the time. */
  at: number[]
  /** Their square roots. */
  values: number[]
}

/** The square roots of an embedding, and their length, or 1 if all are 0. */
function rootsOf(embedding: ArrayLike<number>, size: number): { roots: Roots; length: number } {
  const roots: Roots = { at: [], values: [] }
  let sum = 0
  for (let i = 0; i < size; i++) {
    const value = embedding[i] ?? 0
    if (value <= 0) continue
    sum += value
    roots.at.push(i)
    roots.values.push(Math.sqrt(value))
  }
  return { roots, length: Math.sqrt(sum) || 1 }
}

/**
 * The product of roots and a matrix. Takes four rows at a time, which halves the time: each sum is read and written once for
 * four products.
 * @param matrix [n, width] row by row
 * @returns [width]
 */
function multiply({ at, values }: Roots, matrix: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let k = 0; k < at.length; k += 4) {
    // Rows beyond the last stand for any row, times 0.
    const [a = 0, b = 0, c = 0, d = 0] = [at[k], at[k + 1], at[k + 2], at[k + 3]]
    const [u = 0, v = 0, x = 0, y = 0] = [values[k], values[k + 1], values[k + 2], values[k + 3]]
    for (let i = 0; i < width; i++) {
      const products =
        u * (matrix[a * width + i] ?? 0) +
        v * (matrix[b * width + i] ?? 0) +
        x * (matrix[c * width + i] ?? 0) +
        y * (matrix[d * width + i] ?? 0)
      sums[i] = (sums[i] ?? 0) + products
    }
  }
  return sums
}

function originOf({ mean, projection, between }: LearningBase): Float32Array {
  const values = Array.from(mean, value => -value)
  return Float32Array.from(multiply({ at: [...mean.keys()], values }, projection, between.length))
}
