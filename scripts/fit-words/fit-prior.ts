import { type ApparelClass, garments } from '../../src/apparel/classes.ts'
import type { Calibration } from '../../src/apparel/prediction.ts'
import type { WordPrior } from '../../src/apparel/words/word-evidence.ts'
import type { Assumption } from './assumption.ts'
import { asAssumed, figuresOf, type Judged, lossOf, named } from './named.ts'

const STEP = 0.05
const MOST = 6
const sizes = Array.from({ length: MOST / STEP + 1 }, (_, i) => Math.round(i * STEP * 100) / 100)

/** A size in log-odds: the one that fits the assumption best, and the one to use, which wrong names bound. */
export interface Size {
  best: number
  bounded: number
}

/** Fits the sizes for the names of garments and of other things, with what each does. */
export function fitPrior(
  judged: readonly Judged[],
  calibration: Calibration,
  assumption: Assumption,
): { garment: Size; none: Size } {
  const zero: WordPrior = { garment: 0, none: 0, kind: 0 }
  const alone = figuresOf(judged)
  const loss = (prior: WordPrior) => lossOf(asAssumed(judged, assumption, prior, calibration))
  const garment = boundedSize(
    size => loss({ ...zero, garment: size }),
    size => wrongGarment(judged, { ...zero, garment: size }, calibration) - alone.falseBadges,
    assumption.mostFalseBadges,
  )
  const none = boundedSize(
    size => loss({ ...zero, garment: garment.bounded, none: size }),
    size => alone.coverage - wrongNone(judged, { ...zero, none: size }, calibration),
    assumption.mostCoverageLost,
  )
  return { garment, none }
}

/** False badges on pictures of other things if each is named after one of the ten, taken at random. */
export function wrongGarment(judged: readonly Judged[], prior: WordPrior, calibration: Calibration): number {
  const others = judged.filter(({ truth }) => truth === 'none')
  const under = (name: ApparelClass) => figuresOf(others.map(one => named(one, name, prior, calibration))).falseBadges
  return garments.reduce((sum, name) => sum + under(name), 0) / garments.length
}

/** Coverage of garments that are named after something else. */
export function wrongNone(judged: readonly Judged[], prior: WordPrior, calibration: Calibration): number {
  return figuresOf(judged.map(one => named(one, 'none', prior, calibration))).coverage
}

function boundedSize(loss: (size: number) => number, cost: (size: number) => number, most: number): Size {
  const losses = sizes.map(loss)
  const best = sizes[losses.indexOf(Math.min(...losses))] ?? 0
  const allowed = sizes.filter(size => size <= best && cost(size) <= most)
  return { best, bounded: allowed.at(-1) ?? 0 }
}
