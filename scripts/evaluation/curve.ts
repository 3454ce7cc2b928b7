import { isRightGarment, type Judged } from './metrics.ts'
import { mean } from './statistics.ts'

/** How badges would perform at other thresholds: one column per figure, 0..1; null if no picture counts towards it. */
export interface Curve {
  threshold: number[]
  /** Share of garment pictures that get a badge. */
  coverage: (number | null)[]
  /** Share of the badges on garment pictures that are right. */
  badgeAccuracy: (number | null)[]
  /** Share of *none* pictures that get a badge. */
  falseBadgeRate: (number | null)[]
}

/** From 0 to 1, more densely near 1, where most confidences lie. */
const THRESHOLDS = Array.from({ length: 101 }, (_, i) => 1 - (1 - i / 100) ** 2)

/**
 * Computes coverage and errors while a single threshold for all garments runs from 0 to 1, as in selective classification
 * (Geifman & El-Yaniv 2017, arXiv:1705.08500). It ignores the card's own thresholds. As in the extension, a picture that is
 * most probably *none* gets no badge at any threshold.
 */
export function curveOf(judged: Judged[]): Curve {
  const ofTen = judged.filter(({ truth }) => truth !== 'none')
  const ofNone = judged.filter(({ truth }) => truth === 'none')
  const points = THRESHOLDS.map(threshold => {
    const isBadged = ({ prediction }: Judged) => prediction.verdict !== 'none' && prediction.confidence >= threshold
    return {
      threshold,
      coverage: mean(ofTen.map(isBadged)),
      badgeAccuracy: mean(ofTen.filter(isBadged).map(isRightGarment)),
      falseBadgeRate: mean(ofNone.map(isBadged)),
    }
  })
  return {
    threshold: points.map(point => point.threshold),
    coverage: points.map(point => point.coverage),
    badgeAccuracy: points.map(point => point.badgeAccuracy),
    falseBadgeRate: points.map(point => point.falseBadgeRate),
  }
}
