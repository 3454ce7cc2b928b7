import { type ApparelClass, classes } from '../apparel/classes.ts'
import { exp } from '../apparel/math/exp-log.ts'
import type { LearningBase } from './learning-base.ts'
import { anyKind, kindFrom, logDensity } from './likelihood.ts'

/** A picture about which the user has corrected the network. */
export interface Correction {
  place: Float32Array
  site: string
  /** What the network had said, and what the user says. */
  from: ApparelClass
  to: ApparelClass
}

/** Fitted on held-out shops, as docs/decisions.md describes: nats. */
const SAME_SITE_BONUS = 20
const LIMIT = 25
const SOFTNESS = 4
/** The most that corrections may add to the log-odds of a class. */
const MAX_SHIFT = 1.5
/** Shift of a class from which an answer counts as corrected, as a share of the largest. */
const MIN_SHARE = 0.3

/**
 * How corrections shift the logits of another picture. A correction counts as far as both pictures are likely to show the same
 * kind, further on its own site, and only where the network makes the same mistake.
 * @returns [11], in the order of `classes`; undefined if they do not reach the picture
 */
export function createCorrector(corrections: readonly Correction[], base: LearningBase) {
  const any = anyKind(base)
  const known = corrections.map(one => ({ ...one, gaussian: kindFrom([one.place], [1], base) }))
  return (place: Float32Array, site: string, said: ApparelClass): number[] | undefined => {
    const fitting = known.filter(({ from }) => from === said)
    if (fitting.length === 0) return undefined
    const unknown = logDensity(any, place)
    const shares = classes.map(() => 0)
    for (const { gaussian, site: own, from, to } of fitting) {
      const evidence = logDensity(gaussian, place) - unknown + (own !== '' && own === site ? SAME_SITE_BONUS : 0)
      const share = 1 / (1 + exp((LIMIT - evidence) / SOFTNESS))
      shares[classes.indexOf(to)] = (shares[classes.indexOf(to)] ?? 0) + share
      shares[classes.indexOf(from)] = (shares[classes.indexOf(from)] ?? 0) - share
    }
    if (!shares.some(share => share >= MIN_SHARE)) return undefined
    return shares.map(share => MAX_SHIFT * Math.max(-1, Math.min(1, share)))
  }
}
