import type { KindAnswer } from '../../src/apparel/kind-answer.ts'
import { answerOf, isBadged, type Judged } from './metrics.ts'
import { AMBIGUOUS, type Labelled } from './pictures.ts'
import { mean } from './statistics.ts'

/** A picture's true class and kind, and the network's answer. */
export interface KindJudged extends Pick<Judged, 'prediction'> {
  truth: Labelled['truth']
  /** The true kind; '' if unknown. */
  kind: string
  said: KindAnswer | undefined
}

/** Figures of one kind. Shares are 0..1, or null if no picture counts towards them. */
interface OneKind {
  n: number
  /** Share of this kind's pictures whose most probable class is right; null if they are ambiguous. */
  classRight: number | null
  /** Number of pictures of known kind for which the network names this kind at or above its threshold. */
  said: number
  /** Share of those pictures whose kind this is. */
  precision: number | null
  /** Share of this kind's pictures for which the network names it at or above its threshold. */
  recall: number | null
  /** Share of this kind's pictures that get a badge, whichever garment the badge names. */
  badged: number | null
}

export interface KindFigures {
  /** Share of the pictures with the right class whose most probable kind of that class is right too. */
  right: number | null
  /** The same share, among pictures of the ten garments only. */
  rightOfTen: number | null
  perKind: Record<string, OneKind>
}

/** Computes the figures of kinds. Kinds with the most pictures come first. */
export function kindFiguresOf(judged: KindJudged[]): KindFigures {
  const known = judged.filter(({ kind }) => kind !== '')
  const told = known.filter(one => answerOf(one) === one.truth)
  const names = [...new Set(known.map(({ kind }) => kind))]
  const perKind = names.map(name => [name, oneKind(known, name)] as const).sort(([, a], [, b]) => b.n - a.n)
  return {
    right: mean(told.map(isRightKind)),
    rightOfTen: mean(told.filter(({ truth }) => truth !== 'none').map(isRightKind)),
    perKind: Object.fromEntries(perKind),
  }
}

function oneKind(known: KindJudged[], name: string): OneKind {
  const ofIt = known.filter(({ kind }) => kind === name)
  const said = known.filter(one => one.said?.isSure && one.said.kind === name)
  return {
    n: ofIt.length,
    classRight: mean(ofIt.filter(({ truth }) => truth !== AMBIGUOUS).map(one => answerOf(one) === one.truth)),
    said: said.length,
    precision: mean(said.map(isRightKind)),
    recall: mean(ofIt.map(one => one.said?.isSure === true && isRightKind(one))),
    badged: mean(ofIt.map(isBadged)),
  }
}

function isRightKind({ kind, said }: KindJudged): boolean {
  return said?.kind === kind
}
