import { activationMap } from '../apparel/activation-map.ts'
import type { Answered } from '../apparel/answer.ts'
import { predictPicture } from '../apparel/predict-picture.ts'
import { toEmbeddingBytes } from '../history/media/embedding-bytes.ts'
import type { Card } from '../network/card.ts'
import type { Output } from '../network/network.ts'

/**
 * Turns what the network computes for one picture into an answer: a calibrated prediction, an activation map for
 * garments, and the embedding as the history stores it, int8 [1280].
 * @throws RangeError if the output has the wrong shape or is not finite
 */
export function toAnswer(output: Output, card: Card): Required<Pick<Answered, 'embedding'>> & Answered {
  const prediction = predictPicture(output, card)
  const activation = activationMap(output.activation, prediction)
  return { prediction, ...(activation && { activation }), embedding: toEmbeddingBytes(output.embedding) }
}
