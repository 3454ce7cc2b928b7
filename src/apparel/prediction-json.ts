import { labelOf, type Prediction, type Ranked, ranked } from './prediction.ts'

/** Number of classes that *Copy as JSON* lists. */
const TOP_COUNT = 5

/** A prediction for other programs: the answer, its confidence and the runner-up classes. */
export interface DescribedPrediction {
  /** The most probable garment, or `none`. */
  label: Ranked['label']
  /** What it is, more finely: a kind, or the name of one of the user's own; null if that is not sure. */
  kind: string | null
  /** Probability of `label`, or of a kind of the user's own, 0..1, rounded to four decimals. */
  confidence: number
  /** The user has said so, or has named the kind. */
  by?: 'you'
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
  const { own, byUser } = prediction
  const all = ranked(prediction).map(({ label, confidence }) => ({ label, confidence: rounded(confidence) }))
  const label = labelOf(prediction)
  const confidence = own ? rounded(own.confidence) : (all.find(one => one.label === label)?.confidence ?? 0)
  const isByUser = own || byUser === 'told'
  return {
    label,
    kind: own?.name ?? prediction.kind?.name ?? null,
    confidence,
    ...(isByUser && { by: 'you' }),
    top: all.slice(0, count),
  }
}

function rounded(share: number): number {
  return Number(share.toFixed(4))
}
