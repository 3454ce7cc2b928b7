import { type Prediction, type Ranked, ranked } from './prediction.ts'

/** What *Copy as JSON* gives: the answer, how sure it is, and the classes behind it. */
export interface PredictionJson {
  /** The most probable garment, or `none`. */
  label: Ranked['label']
  /** Probability of `label`, 0..1, in four digits. */
  confidence: number
  /** The five most probable classes, most probable first. */
  top: Ranked[]
}

/** A prediction as others may want to read it: `{"label":"Shoes","confidence":0.97,"top":[…]}`. */
export function predictionJson(prediction: Prediction): string {
  const all = ranked(prediction).map(({ label, confidence }) => ({ label, confidence: Number(confidence.toFixed(4)) }))
  const label = prediction.verdict === 'none' ? 'none' : prediction.garment
  const confidence = all.find(one => one.label === label)?.confidence ?? 0
  return JSON.stringify({ label, confidence, top: all.slice(0, 5) } satisfies PredictionJson)
}
