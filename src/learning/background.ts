import { exp, log } from '../apparel/math/exp-log.ts'
import type { LearningBase } from './learning-base.ts'
import { anyKind, knownKind, logDensity } from './likelihood.ts'

/** Softens the differences between kinds, whose pictures spread less evenly than Gaussians do. Fitted on held-out pictures. */
export const TEMPERATURE = 3
/** Added to the likelihood of a kind that nobody knows, after the temperature. */
const UNKNOWN_BONUS = 1

/**
 * How well the kinds that are known without the user explain a place: what a kind of the user's own must exceed.
 * @param without a kind that does not count, to measure how well it could be taught
 */
export function background(base: LearningBase, without?: string): (place: Float32Array) => number {
  const known = base.kindMeans.filter((_, i) => base.kindNames[i] !== without).map(knownKind)
  const unknown = anyKind(base)
  return place => {
    const scores = known.map(kind => logDensity(kind, place) / TEMPERATURE)
    scores.push(logDensity(unknown, place) / TEMPERATURE + UNKNOWN_BONUS)
    const top = Math.max(...scores)
    return top + log(scores.reduce((sum, score) => sum + exp(score - top), 0))
  }
}
