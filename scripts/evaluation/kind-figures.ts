import type { KindAnswer } from '../../src/apparel/kind-answer.ts'
import { answerOf, isBadged, type Judged } from './metrics.ts'
import type { Labelled } from './pictures.ts'
import { mean } from './statistics.ts'

/** A picture with its true kind, and what was said of it. */
export interface KindJudged extends Pick<Judged, 'prediction'> {
  truth: Labelled['truth']
  /** '' where it is not known. */
  kind: string
  said: KindAnswer | undefined
}

/** Figures of one kind; shares are 0..1, or null where no picture counts for them. */
interface OneKind {
  n: number
  /** How often it was said, surely enough, of a picture whose kind is known. */
  said: number
  /** Share of those that are right. */
  precision: number | null
  /** Share of its pictures of which it was said. */
  recall: number | null
  /** Share of its pictures that get a badge of the ten, whatever the badge says. */
  badged: number | null
}

export interface KindFigures {
  /** Of the pictures whose class is right: the most probable kind of that class is right. */
  right: number | null
  /** The same, of the ten alone. */
  rightOfTen: number | null
  perKind: Record<string, OneKind>
}

/** What was said of kinds, in the order of how many pictures each has. */
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
    said: said.length,
    precision: mean(said.map(isRightKind)),
    recall: mean(ofIt.map(one => one.said?.isSure === true && isRightKind(one))),
    badged: mean(ofIt.map(isBadged)),
  }
}

function isRightKind({ kind, said }: KindJudged): boolean {
  return said?.kind === kind
}
