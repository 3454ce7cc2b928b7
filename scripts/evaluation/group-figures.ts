import type { Judgement } from './judge.ts'
import { type KindFigures, kindFiguresOf } from './kind-figures.ts'
import { type Figures, figuresOf, isBadged, type Judged } from './metrics.ts'
import { byShot, bySource, type Listed, withKinds } from './sources.ts'
import { mean } from './statistics.ts'

/** A judgement's figures by group. Groups of which nothing is known are left out. */
export interface GroupFigures {
  bySource: Record<string, Figures>
  byShot: Record<string, Figures>
  byKind: KindFigures['perKind']
  /** See `KindFigures`. */
  kindRight: number | null
  kindRightOfTen: number | null
  /** The number of ambiguous pictures, and the share that would be badged as one of the ten garments. */
  ambiguous: { n: number; badged: number | null }
}

/** Computes the figures of a judgement by source, shot and kind, and those of its ambiguous pictures. */
export function groupFigures(
  { judged, ambiguous }: Pick<Judgement, 'judged' | 'ambiguous'>,
  manifest: Map<string, Listed>,
): GroupFigures {
  const { right, rightOfTen, perKind } = kindFiguresOf(withKinds([...judged, ...ambiguous], manifest))
  return {
    bySource: figuresOfEach(bySource(judged, manifest)),
    byShot: figuresOfEach(byShot(judged, manifest)),
    byKind: perKind,
    kindRight: right,
    kindRightOfTen: rightOfTen,
    ambiguous: { n: ambiguous.length, badged: mean(ambiguous.map(isBadged)) },
  }
}

function figuresOfEach(groups: Map<string, Judged[]>): Record<string, Figures> {
  return Object.fromEntries([...groups].map(([name, group]) => [name, figuresOf(group)]))
}
