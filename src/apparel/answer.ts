import type { Failure } from './failure.ts'
import type { Prediction } from './prediction.ts'

/** A prediction, or why there is none. */
export type Answer = Answered | Failure

export interface Answered {
  /** By the picture alone. */
  prediction: Prediction
  /** With the words that the page has beside the picture. Left out if they change nothing. */
  worded?: Prediction
  /**
   * The activation map: how much each part of the picture supports the garment, 7 × 7 numbers of 0..1, row by row. Left
   * out if there is nothing to explain, as for *none*.
   */
  activation?: number[]
  /** The picture probably shows several garments: a search for each is worth its time. */
  mayShowMore?: true
  /** As a tag stores it; only if the request asks for it. */
  embedding?: Int8Array<ArrayBuffer>
}

/** What an answer says: with the page's words, if there are any and the user wants them heard. */
export function predictionOf({ prediction, worded }: Answered, { pageWords }: { pageWords: boolean }): Prediction {
  return (pageWords && worded) || prediction
}

/** True for an answer that carries a prediction. */
export function isAnswered<WithPrediction extends Answered>(
  answer: WithPrediction | Failure,
): answer is WithPrediction {
  return 'prediction' in answer
}
