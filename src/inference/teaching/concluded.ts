import type { Answered } from '../../apparel/answer.ts'
import type { Prediction } from '../../apparel/prediction.ts'

/** An answer with another prediction. The activation map explains only the garment that the network has named. */
export function concluded<Answer extends Answered>(answer: Answer, prediction: Prediction): Answer {
  if (prediction === answer.prediction) return answer
  const { activation, ...rest } = answer
  const isExplained = activation && prediction.garment === answer.prediction.garment
  return { ...(rest as Answer), prediction, ...(isExplained && { activation }) }
}
