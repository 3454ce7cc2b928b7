import { classes } from '../../src/apparel/classes.ts'
import type { Calibration } from '../../src/apparel/prediction.ts'
import type { Card } from '../../src/network/card.ts'
import { type Curve, curveOf } from './curve.ts'
import { areaInterval, type Interval, wilsonInterval } from './intervals.ts'
import { type KindFigures, type KindJudged, kindFiguresOf } from './kind-figures.ts'
import { type Figures, figuresOf, isBadged, type Judged, topAnswer } from './metrics.ts'
import { type Reliability, reliabilityOf } from './reliability.ts'
import { mean } from './statistics.ts'

/** A figure with its 95 % confidence interval, 0..1; null if no picture counts towards it. */
export type Estimate = { value: number; low: number; high: number } | null

/** The figures of some pictures as in `Figures`, with intervals that assume independent pictures. */
export interface Estimates {
  n: number
  closedTop1: Estimate
  top1: Estimate
  macroF1: number | null
  noneRecall: Estimate
  falseBadgeRate: Estimate
  coverage: Estimate
  badgeAccuracy: Estimate
  auroc: Estimate
  ece: number | null
  perClass: Record<string, { n: number; precision: Estimate; recall: Estimate }>
  curve: Curve
}

/** `results/NAME.json`: what the model card reports of a split. The same network and pictures produce the same bytes. */
export interface Measurement {
  /** Name of the network, from `card.json`. */
  network: string
  /** The calibration that decided which pictures got badges. */
  calibration: Calibration
  all: Estimates
  confusion: Figures['confusion']
  reliability: Reliability
  /** Empty if the folder has no manifest. */
  sources: Record<string, Estimates>
  /** Figures by how the pictures were taken. Empty if the folder has no manifest. */
  shots: Record<string, Estimates>
  kinds: KindFigures
  /** The number of ambiguous pictures, and the share that get a badge. */
  ambiguous: { n: number; badged: Estimate }
}

/** Ways to group the pictures of a record. */
export interface Groups {
  sources?: Map<string, Judged[]>
  shots?: Map<string, Judged[]>
  /** All pictures, including ambiguous ones. Those of unknown kind are ignored. */
  kinds?: KindJudged[]
  ambiguous?: KindJudged[]
}

/** Computes a network's figures on all pictures, and by source, shot and kind. */
export function recordOf(card: Card, judged: Judged[], groups: Groups): Measurement {
  const { ambiguous = [] } = groups
  return {
    network: card.name,
    calibration: card.calibration,
    all: estimatesOf(judged),
    confusion: figuresOf(judged).confusion,
    reliability: reliabilityOf(judged.map(topAnswer)),
    sources: estimatesOfEach(groups.sources),
    shots: estimatesOfEach(groups.shots),
    kinds: kindFiguresOf(groups.kinds ?? []),
    ambiguous: { n: ambiguous.length, badged: proportion(mean(ambiguous.map(isBadged)), ambiguous.length) },
  }
}

function estimatesOfEach(groups = new Map<string, Judged[]>()): Record<string, Estimates> {
  return Object.fromEntries([...groups].map(([name, group]) => [name, estimatesOf(group)]))
}

function estimatesOf(judged: Judged[]): Estimates {
  const { confusion: _, ...figures } = figuresOf(judged)
  const nones = figures.perClass.none?.n ?? 0
  const garments = figures.n - nones
  const badges = Math.round((figures.coverage ?? 0) * garments)
  const perClass = classes.map(name => {
    const { n, answered, precision, recall } = figures.perClass[name] ?? {
      n: 0,
      answered: 0,
      precision: null,
      recall: null,
    }
    return [name, { n, precision: proportion(precision, answered), recall: proportion(recall, n) }]
  })
  return {
    ...figures,
    closedTop1: proportion(figures.closedTop1, garments),
    top1: proportion(figures.top1, figures.n),
    noneRecall: proportion(figures.noneRecall, nones),
    falseBadgeRate: proportion(figures.falseBadgeRate, nones),
    coverage: proportion(figures.coverage, garments),
    badgeAccuracy: proportion(figures.badgeAccuracy, badges),
    auroc: estimate(figures.auroc, area => areaInterval(area, garments, nones)),
    perClass: Object.fromEntries(perClass),
    curve: curveOf(judged),
  }
}

function proportion(value: number | null, n: number): Estimate {
  return estimate(value, share => wilsonInterval(share, n))
}

function estimate(value: number | null, intervalOf: (value: number) => Interval): Estimate {
  if (value === null) return null
  const [low, high] = intervalOf(value)
  return { value, low, high }
}
