import { type ApparelClass, classes, type Garment, garments, NONE } from './classes.ts'
import type { Kind } from './kinds.ts'
import { softmax } from './softmax.ts'

/** A network's calibration, measured on the validation split and shipped in `card.json`. */
export interface Calibration {
  /** Divisor of the logits before the softmax (Guo et al. 2017, arXiv:1706.04599). Above 0. */
  temperature: number
  /** Minimum probability of each garment for a badge. 0..1. */
  thresholds: Record<Garment, number>
}

/** One class with its calibrated probability. */
export interface Ranked {
  label: ApparelClass
  /** 0..1 */
  confidence: number
}

/** A calibrated answer about one picture. */
export interface Prediction {
  /**
   * `garment`: at or above its threshold. `unsure`: probably `garment`, but below its threshold.
   * `none`: *none* is the most probable class, or the most probable kind speaks against the garment.
   */
  verdict: 'garment' | 'unsure' | 'none'
  /** The most probable of the ten garments, whatever the verdict. */
  garment: Garment
  /** Probability of `garment`, 0..1. */
  confidence: number
  /** Probabilities of the eleven classes in the order of `classes`; they sum to 1. */
  probabilities: number[]
  /**
   * What the picture shows, more finely, if that is sure: a kind of `garment`, or of none of the ten if the verdict is
   * `none`. Left out if the verdict is `unsure`. `confidence` is its probability among all kinds, 0..1.
   */
  kind?: { name: Kind; confidence: number }
  /** The words beside the picture have had a part in this. Left out if the answer is the picture's alone. */
  byWords?: true
  /** What this user has taught has had a part in this: of this very picture (`told`), or of similar ones (`learned`). */
  byUser?: 'told' | 'learned'
  /** The kind of the user's own that the picture shows. The fields above stay what they are without it. */
  own?: OwnKindAnswer
}

/** A kind that the user has named, as an answer. */
export interface OwnKindAnswer {
  id: string
  name: string
  /** As `#rrggbb`. */
  colour: string
  /** 0..1 */
  confidence: number
}

/**
 * Turns logits into a calibrated answer.
 * @param logits eleven finite numbers in the order of `classes`
 * @throws RangeError if there are not eleven logits or one is not finite
 */
export function predict(logits: ArrayLike<number>, { temperature, thresholds }: Calibration): Prediction {
  return decide(softmax(logits, classes.length, temperature), thresholds)
}

/**
 * Decides what calibrated probabilities mean.
 * @param probabilities [11], in the order of `classes`; they sum to 1
 */
export function decide(probabilities: number[], thresholds: Calibration['thresholds']): Prediction {
  let best = 0
  for (let i = 1; i < NONE; i++) if (at(probabilities, i) > at(probabilities, best)) best = i
  const confidence = at(probabilities, best)
  const garment = garments[best] as Garment
  const none = at(probabilities, NONE) >= confidence
  const verdict = none ? 'none' : confidence >= thresholds[garment] ? 'garment' : 'unsure'
  return { verdict, garment, confidence, probabilities }
}

/** The class that an answer names: one of the ten garments, or none. */
export function labelOf({ verdict, garment }: Pick<Prediction, 'verdict' | 'garment'>): ApparelClass {
  return verdict === 'none' ? 'none' : garment
}

/** The `count` most probable classes, most probable first. */
export function ranked(prediction: Prediction, count: number = classes.length): Ranked[] {
  return classes
    .map((label, i) => ({ label, confidence: at(prediction.probabilities, i) }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, count)
}

function at(values: number[], index: number): number {
  return values[index] ?? 0
}
