import type { LearningBase } from './learning-base.ts'

/** Places of embeddings. After a lesson, the cached answers of a page are all concluded again. */
const known = new WeakMap<LearningBase['mean'], WeakMap<ArrayLike<number>, Float32Array>>()

/**
 * Projects an embedding into the space in which kinds can be compared: square roots, length 1, minus the mean, times the
 * projection. Its scale does not matter, so an embedding of bytes is as good as one of floats.
 * @param embedding [1280], 0 or above
 * @returns [D]
 */
export function project(embedding: ArrayLike<number>, base: LearningBase): Float32Array {
  const places = known.get(base.mean) ?? new WeakMap<ArrayLike<number>, Float32Array>()
  known.set(base.mean, places)
  const place = places.get(embedding) ?? compute(embedding, base)
  places.set(embedding, place)
  return place
}

function compute(embedding: ArrayLike<number>, { mean, projection, between }: LearningBase): Float32Array {
  let sum = 0
  for (let i = 0; i < mean.length; i++) sum += Math.max(0, embedding[i] ?? 0)
  const length = Math.sqrt(sum) || 1
  const place = new Float32Array(between.length)
  for (let i = 0; i < mean.length; i++) {
    const feature = Math.sqrt(Math.max(0, embedding[i] ?? 0)) / length - (mean[i] ?? 0)
    const row = i * place.length
    for (let d = 0; d < place.length; d++) place[d] = (place[d] ?? 0) + feature * (projection[row + d] ?? 0)
  }
  return place
}
