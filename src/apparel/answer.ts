import type { Failure } from './failure.ts'
import type { Prediction } from './prediction.ts'

/** A prediction, or why there is none. */
export type Answer = Answered | Failure

export interface Answered {
  prediction: Prediction
  /**
   * The activation map: how much each part of the picture supports the garment, 7 × 7 numbers of 0..1, row by row. Left
   * out if there is nothing to explain, as for *none*.
   */
  activation?: number[]
  /** As a tag stores it; only if the request asks for it. */
  embedding?: Int8Array<ArrayBuffer>
}

/** True for an answer that carries a prediction. */
export function isAnswered<WithPrediction extends Answered>(
  answer: WithPrediction | Failure,
): answer is WithPrediction {
  return 'prediction' in answer
}
