import { exp, log } from '../apparel/math/exp-log.ts'
import type { LearningBase } from './learning-base.ts'
import { anyKind, knownKind, logDensity } from './likelihood.ts'

/** Softens the differences between kinds, whose pictures spread less evenly than Gaussians do. Fitted on held-out pictures. */
export const TEMPERATURE = 3
/** Added to the likelihood of a kind that nobody knows, after the temperature. */
const UNKNOWN_BONUS = 1

/** How well the kinds that are known without the user explain a place: what a kind of the user's own must exceed. */
interface Background {
  /** [D] to a log-likelihood. */
  of(place: Float32Array): number
  /** What `of` returns at least, in a fraction of its time. */
  atLeast(place: Float32Array): number
}

/** @param without a kind that does not count, to measure how well it could be taught */
export function createBackground(base: LearningBase, without?: string): Background {
  const known = base.kindMeans.filter((_, i) => base.kindNames[i] !== without).map(knownKind)
  const unknown = anyKind(base)
  const atLeast = (place: Float32Array) => logDensity(unknown, place) / TEMPERATURE + UNKNOWN_BONUS
  return {
    atLeast,
    of: place => {
      const scores = known.map(kind => logDensity(kind, place) / TEMPERATURE)
      scores.push(atLeast(place))
      const top = Math.max(...scores)
      return top + log(scores.reduce((sum, score) => sum + exp(score - top), 0))
    },
  }
}
