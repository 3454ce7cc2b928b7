import type { Kind } from './kinds.ts'
import { labelOf, type Prediction, type Ranked, ranked } from './prediction.ts'

/** Number of classes that *Copy as JSON* lists. */
const TOP_COUNT = 5

/** A prediction for other programs: the answer, its confidence and the runner-up classes. */
export interface DescribedPrediction {
  /** The most probable garment, or `none`. */
  label: Ranked['label']
  /** What it is, more finely; null if that is not sure. */
  kind: Kind | null
  /** Probability of `label`, 0..1, rounded to four decimals. */
  confidence: number
  /** The most probable classes, most probable first. */
  top: Ranked[]
}

/** The content of *Copy as JSON*: `{"label":"Shoes","kind":"Boot","confidence":0.97,"top":[…]}`. */
export function predictionJson(prediction: Prediction): string {
  return JSON.stringify(describePrediction(prediction, TOP_COUNT))
}

/**
 * Describes a prediction for other programs.
 * @param count of classes in `top`
 */
export function describePrediction(prediction: Prediction, count: number): DescribedPrediction {
  const all = ranked(prediction).map(({ label, confidence }) => ({ label, confidence: Number(confidence.toFixed(4)) }))
  const label = labelOf(prediction)
  const confidence = all.find(one => one.label === label)?.confidence ?? 0
  return { label, kind: prediction.kind?.name ?? null, confidence, top: all.slice(0, count) }
}
