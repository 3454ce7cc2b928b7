import { classes } from '../apparel/classes.ts'
import { type KindHead, kindOf } from '../apparel/kind-answer.ts'
import type { Prediction } from '../apparel/prediction.ts'
import type { FoundGarment } from './found-garment.ts'
import type { NamedGarment } from './picture-garments.ts'
import { scoreOf } from './score/score.ts'

/**
 * Puts together what the detector says of a garment and what the classifier and the user say of its crop.
 * @param found with the score of the detector alone
 * @param prediction of the crop, with what the user has taught
 * @param kinds the classifier's logits of the crop
 * @returns null if the user has taught that it is none of the ten
 */
export function nameGarment(
  found: FoundGarment,
  prediction: Prediction,
  kinds: ArrayLike<number>,
  head: KindHead | undefined,
): NamedGarment | null {
  const { box } = found
  const { own, byUser, verdict, garment: said, kind: saidKind } = prediction
  if (own) return { ...found, own, byUser: byUser ?? 'learned' }
  if (byUser) {
    if (verdict === 'none') return null
    const kind = saidKind?.name ?? sureKindOf(said)
    const score = Math.max(found.score, prediction.confidence)
    return { box, garment: said, score, byUser, ...(kind && { kind }) }
  }
  const score = scoreOf(found.score, prediction.probabilities[classes.indexOf(found.garment)] ?? 0)
  const kind = sureKindOf(found.garment)
  return { box, garment: found.garment, score, ...(kind && { kind }) }

  function sureKindOf(garment: FoundGarment['garment']) {
    const answer = head && kindOf(kinds, garment, head)
    return answer?.isSure ? answer.kind : undefined
  }
}
