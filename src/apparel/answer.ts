import type { Failure } from './failure.ts'
import type { Prediction } from './prediction.ts'

/** A prediction, or why there is none. */
export type Answer = Answered | Failure

export interface Answered {
  prediction: Prediction
  /**
   * Where the picture speaks for the garment: 7 × 7 numbers of 0..1, row by row, over the whole picture. Left out where
   * there is nothing to explain, as for *none*.
   */
  activation?: number[]
  /** As a tag keeps it; only where it was asked for. */
  embedding?: Int8Array<ArrayBuffer>
}

/** True for an answer that carries a prediction. */
export function isAnswered<WithPrediction extends Answered>(
  answer: WithPrediction | Failure,
): answer is WithPrediction {
  return 'prediction' in answer
}
