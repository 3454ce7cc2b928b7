import { exp } from '../apparel/math/exp-log.ts'
import type { OwnKindAnswer } from '../apparel/prediction.ts'
import { createBackground, TEMPERATURE } from './background.ts'
import type { LearningBase } from './learning-base.ts'
import { type Gaussian, kindFrom, logDensity } from './likelihood.ts'
import type { OwnKind } from './said.ts'

/** Shares of the replayed pictures that a kind may take from the ten garments, and from none of them. */
const MAX_TAKEN = { ten: 0.015, none: 0.022 }
/** The same for all kinds together. */
const MAX_TAKEN_BY_ALL = { ten: 0.06, none: 0.09 }

/** A picture that the user has taught with, in space. */
export interface Placed {
  place: Float32Array
  /** Origin of its page. */
  site: string
}

interface Learned {
  kind: OwnKind
  gaussian: Gaussian
  /** Log-likelihood ratio that a picture must exceed. */
  limit: number
}

/**
 * Learns the user's own kinds. A picture is of such a kind if the kind explains it better than all known kinds do, by a margin
 * that replayed pictures set.
 * @param others what the user said to be something else: no own kind keeps these
 */
export class OwnKinds {
  readonly #learned: Learned[]
  readonly #background: ReturnType<typeof createBackground>

  constructor(
    taught: readonly { kind: OwnKind; examples: readonly Placed[] }[],
    others: readonly Float32Array[],
    base: LearningBase,
    without?: string,
  ) {
    this.#background = createBackground(base, without)
    const some = taught.filter(({ examples }) => examples.length > 0)
    const replays = some.length > 0 ? replaysOf(base, without) : []
    const counts = others.map(place => ({ place, background: this.#background.of(place) }))
    this.#learned = some.map(({ kind, examples }) => {
      const gaussian = kindFrom(places(examples), weightsOf(examples), base)
      const ratio = (one: Scored) => logDensity(gaussian, one.place) / TEMPERATURE - one.background
      const limits = (['ten', 'none'] as const).map(group => {
        const share = Math.min(MAX_TAKEN[group], MAX_TAKEN_BY_ALL[group] / some.length)
        return quantile(replays.filter(one => one.group === group).map(ratio), 1 - share)
      })
      return { kind, gaussian, limit: Math.max(...limits, ...counts.map(ratio)) }
    })
  }

  /** The own kind that a picture is of, if there is one. @param place [D] */
  find(place: Float32Array): OwnKindAnswer | undefined {
    let best: { kind: OwnKind; score: number } | undefined
    for (const { kind, gaussian, limit } of this.#learned) {
      const score = logDensity(gaussian, place) / TEMPERATURE - limit
      if (!best || score > best.score) best = { kind, score }
    }
    // Most pictures are like nothing that was taught, and need no comparison with all known kinds.
    if (!best || best.score <= this.#background.atLeast(place)) return undefined
    const margin = best.score - this.#background.of(place)
    if (margin <= 0) return undefined
    const { id, name, colour } = best.kind
    return { id, name, colour, confidence: 1 / (1 + exp(-margin)) }
  }
}

interface Scored {
  place: Float32Array
  background: number
}

interface ScoredReplay extends Scored {
  group: 'ten' | 'none'
}

/** Scoring all replayed pictures takes 0.1 s, and a lesson must not wait for it each time. */
const scored = new WeakMap<LearningBase, Map<string | undefined, ScoredReplay[]>>()

function replaysOf(base: LearningBase, without?: string): ScoredReplay[] {
  const known = scored.get(base) ?? new Map<string | undefined, ScoredReplay[]>()
  scored.set(base, known)
  const replays = known.get(without) ?? score(base, without)
  known.set(without, replays)
  return replays
}

function score(base: LearningBase, without?: string): ScoredReplay[] {
  const background = createBackground(base, without)
  return base.replay
    .filter(({ kind }) => without === undefined || kind !== without)
    .map(({ place, isNone }) => ({ place, group: isNone ? 'none' : 'ten', background: background.of(place) }))
}

function places(examples: readonly Placed[]): Float32Array[] {
  return examples.map(({ place }) => place)
}

/** Examples of one site look alike, so that ten of them count as about three. */
function weightsOf(examples: readonly Placed[]): number[] {
  const counts = new Map<string, number>()
  for (const { site } of examples) counts.set(site, (counts.get(site) ?? 0) + 1)
  return examples.map(({ site }) => 1 / Math.sqrt(site === '' ? 1 : (counts.get(site) ?? 1)))
}

/** @param share 0..1 @returns minus infinity for no values */
function quantile(values: number[], share: number): number {
  const sorted = values.sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NEGATIVE_INFINITY
}
