import { type ApparelClass, classes, garments } from '../../src/apparel/classes.ts'
import type { Prediction } from '../../src/apparel/prediction.ts'
import { calibrationError, reliabilityOf } from './reliability.ts'
import { areaUnderRoc, mean } from './statistics.ts'

/** A picture's true class and the extension's prediction. */
export interface Judged {
  truth: ApparelClass
  prediction: Prediction
}

/** Figures of one class. An answer is the most probable of the eleven classes. */
interface ClassFigures {
  n: number
  /** Number of pictures answered with this class. */
  answered: number
  precision: number | null
  recall: number | null
}

/** All figures are 0..1, or null if no picture counts towards them. */
export interface Figures {
  n: number
  /** Share of garment pictures whose most probable garment is right, ignoring *none*. */
  closedTop1: number | null
  /** Share of all pictures whose most probable class of the eleven is right. */
  top1: number | null
  /** Mean F1 of the classes that have pictures. */
  macroF1: number | null
  perClass: Record<string, ClassFigures>
  noneRecall: number | null
  /** Share of *none* pictures that get a badge. */
  falseBadgeRate: number | null
  /** Share of garment pictures that get a badge. */
  coverage: number | null
  /** Share of the badges on garment pictures that are right. */
  badgeAccuracy: number | null
  /** AUROC of 1 − p(none), garment pictures against *none* pictures. */
  auroc: number | null
  /** Expected calibration error of the most probable class of the eleven, with 15 bins. */
  ece: number | null
  /** How often the network answers `classes[row]` with `classes[column]`. */
  confusion: { classes: string[]; counts: number[][] }
}

/** Computes the figures of the model card. */
export function figuresOf(judged: Judged[]): Figures {
  const ofTen = judged.filter(({ truth }) => truth !== 'none')
  const ofNone = judged.filter(({ truth }) => truth === 'none')
  const badged = ofTen.filter(isBadged)
  const counts = classes.map(truth => {
    const rows = judged.filter(one => one.truth === truth)
    return classes.map(answer => rows.filter(one => answerOf(one) === answer).length)
  })
  const perClass = Object.fromEntries(classes.map((name, i) => [name, classFigures(counts, i)]))
  const f1 = classes.map((_, i) => f1Of(counts, i)).filter(value => value !== null)
  return {
    n: judged.length,
    closedTop1: mean(ofTen.map(isRightGarment)),
    top1: mean(judged.map(isRight)),
    macroF1: mean(f1),
    perClass,
    noneRecall: mean(ofNone.map(isRight)),
    falseBadgeRate: mean(ofNone.map(isBadged)),
    coverage: mean(ofTen.map(isBadged)),
    badgeAccuracy: mean(badged.map(isRightGarment)),
    auroc: areaUnderRoc(ofTen.map(garmentScore), ofNone.map(garmentScore)),
    ece: calibrationError(reliabilityOf(judged.map(topAnswer))),
    confusion: { classes: [...classes], counts },
  }
}

/** The confidence of the most probable class of the eleven, and whether it is right. */
export function topAnswer(one: Judged): { confidence: number; right: boolean } {
  return { confidence: Math.max(...one.prediction.probabilities), right: isRight(one) }
}

/** The wrong answers with the highest confidence, highest first. */
export function worstErrors(judged: (Judged & { file: string })[], count: number) {
  return judged
    .filter(one => !isRight(one))
    .map(one => ({ file: one.file, truth: one.truth, answer: answerOf(one), confidence: topAnswer(one).confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, count)
}

/** The most probable of the eleven classes. `verdict` already compares *none* with the best garment. */
export function answerOf({ prediction }: Pick<Judged, 'prediction'>): ApparelClass {
  return prediction.verdict === 'none' ? 'none' : prediction.garment
}

function isRight(one: Judged): boolean {
  return answerOf(one) === one.truth
}

/** Whether the most probable garment is the true class, ignoring *none*. */
export function isRightGarment({ truth, prediction }: Judged): boolean {
  return prediction.garment === truth
}

/** Whether the picture gets a badge. */
export function isBadged({ prediction }: Pick<Judged, 'prediction'>): boolean {
  return prediction.verdict === 'garment'
}

function garmentScore({ prediction }: Judged): number {
  return 1 - (prediction.probabilities[garments.length] ?? 0)
}

function classFigures(counts: number[][], i: number): ClassFigures {
  const { right, n, answered } = tally(counts, i)
  return { n, answered, precision: answered ? right / answered : null, recall: n ? right / n : null }
}

/** Harmonic mean of precision and recall; 0 for a class that is never answered, null for one without pictures. */
function f1Of(counts: number[][], i: number): number | null {
  const { right, n, answered } = tally(counts, i)
  return n ? (2 * right) / (n + answered) : null
}

function tally(counts: number[][], i: number) {
  const n = counts[i]?.reduce((sum, count) => sum + count, 0) ?? 0
  const answered = counts.reduce((sum, row) => sum + (row[i] ?? 0), 0)
  return { right: counts[i]?.[i] ?? 0, n, answered }
}
