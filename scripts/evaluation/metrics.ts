import { type ApparelClass, classes, garments } from '../../src/apparel/classes.ts'
import type { Prediction } from '../../src/apparel/prediction.ts'
import { calibrationError, reliabilityOf } from './reliability.ts'
import { areaUnderRoc, mean } from './statistics.ts'

/** A picture's true class and what the extension said of it. */
export interface Judged {
  truth: ApparelClass
  prediction: Prediction
}

/** Figures of one class, by the most probable of the eleven. */
export interface ClassFigures {
  n: number
  /** How many pictures were said to be of it. */
  answered: number
  precision: number | null
  recall: number | null
}

/** All figures are 0..1, or null where no picture counts for them. */
export interface Figures {
  n: number
  /** Of the ten: the most probable garment is right, *none* left aside. */
  closedTop1: number | null
  /** Of all: the most probable of the eleven is right. */
  top1: number | null
  /** Mean F1 of the classes that have pictures. */
  macroF1: number | null
  perClass: Record<string, ClassFigures>
  noneRecall: number | null
  /** Share of *none* that gets a badge. */
  falseBadgeRate: number | null
  /** Share of the ten that gets a badge. */
  coverage: number | null
  /** Share of the badges on the ten that are right. */
  badgeAccuracy: number | null
  /** Of 1 − p(none), the ten against *none*. */
  auroc: number | null
  /** Expected calibration error of the most probable of the eleven, 15 bins. */
  ece: number | null
  /** How often `classes[row]` was taken for `classes[column]`. */
  confusion: { classes: string[]; counts: number[][] }
}

/** The figures of the model card. */
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

/** How sure the network was of the most probable of the eleven, and whether it was right. */
export function topAnswer(one: Judged): { confidence: number; right: boolean } {
  return { confidence: Math.max(...one.prediction.probabilities), right: isRight(one) }
}

/** The wrong answers of which the network was surest, surest first. */
export function worstErrors(judged: (Judged & { file: string })[], count: number) {
  return judged
    .filter(one => !isRight(one))
    .map(one => ({ file: one.file, truth: one.truth, answer: answerOf(one), confidence: topAnswer(one).confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, count)
}

/** The most probable of the eleven; `verdict` has already weighed *none* against the best garment. */
export function answerOf({ prediction }: Pick<Judged, 'prediction'>): ApparelClass {
  return prediction.verdict === 'none' ? 'none' : prediction.garment
}

function isRight(one: Judged): boolean {
  return answerOf(one) === one.truth
}

/** Whether the best garment is the true one, *none* left aside. */
export function isRightGarment({ truth, prediction }: Judged): boolean {
  return prediction.garment === truth
}

/** Whether it gets a badge. */
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
