import type { Kind } from './kinds.ts'
import { labelOf, type Prediction, type Ranked, ranked } from './prediction.ts'

/** The content of *Copy as JSON*: the answer, its confidence and the runner-up classes. */
interface PredictionJson {
  /** The most probable garment, or `none`. */
  label: Ranked['label']
  /** What it is, more finely; null if that is not sure. */
  kind: Kind | null
  /** Probability of `label`, 0..1, rounded to four decimals. */
  confidence: number
  /** The five most probable classes, most probable first. */
  top: Ranked[]
}

/** Formats a prediction for other programs: `{"label":"Shoes","kind":"Boot","confidence":0.97,"top":[…]}`. */
export function predictionJson(prediction: Prediction): string {
  const all = ranked(prediction).map(({ label, confidence }) => ({ label, confidence: Number(confidence.toFixed(4)) }))
  const label = labelOf(prediction)
  const confidence = all.find(one => one.label === label)?.confidence ?? 0
  return JSON.stringify({
    label,
    kind: prediction.kind?.name ?? null,
    confidence,
    top: all.slice(0, 5),
  } satisfies PredictionJson)
}
