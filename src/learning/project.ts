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
  let sum = 0
  for (let i = 0; i < mean.length; i++) sum += Math.max(0, embedding[i] ?? 0)
  const length = Math.sqrt(sum) || 1
  const place = origin.slice()
  for (let i = 0; i < mean.length; i++) {
    const value = embedding[i] ?? 0
    // Most are 0, and skipping them saves most of the time.
    if (value > 0) addRow(place, Math.sqrt(value) / length, projection, i)
  }
  return place
}

function originOf({ mean, projection, between }: LearningBase): Float32Array {
  const origin = new Float32Array(between.length)
  for (const [i, value] of mean.entries()) addRow(origin, -value, projection, i)
  return origin
}

function addRow(place: Float32Array, factor: number, projection: Float32Array, i: number): void {
  const row = i * place.length
  for (let d = 0; d < place.length; d++) place[d] = (place[d] ?? 0) + factor * (projection[row + d] ?? 0)
}
