import { badgeConfidence } from '../../apparel/badge-choice.ts'
import { garments } from '../../apparel/classes.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import type { Provenance } from '../../history/provenance.ts'
import { labelsOf, untoldLabelsOf } from '../../history/tags/tag-labels.ts'
import type { Result } from '../cache/known-pictures.ts'
import type { TagWithoutVisuals } from './tagger.ts'

/**
 * The tag of a picture under what its badge names. Its probabilities are the picture's own, so that no page can add more to the
 * history than a wrong name of its own picture.
 * @param shown the answer with the page's words and with what the user has taught
 * @param network name of the network
 */
export function tagOf(
  { answer, digest, embedding }: Result,
  provenance: Provenance,
  shown: Prediction,
  network: string,
): TagWithoutVisuals {
  const { probabilities } = answer.prediction
  const alone = probabilities[garments.indexOf(shown.garment)]
  const isAlone = shown.verdict === 'garment' && !shown.byUser && !shown.own
  return {
    ...{ id: digest, ...labelsOf(shown), probabilities, seenAt: Date.now(), network, embedding, ...provenance },
    ...(shown.byUser === 'told' && { untold: untoldLabelsOf(answer.prediction) }),
    confidence: (isAlone ? alone : badgeConfidence(shown)) ?? 0,
  }
}
