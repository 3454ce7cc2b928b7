import { badgeConfidence } from '../../apparel/badge-choice.ts'
import { labelOf, type Prediction } from '../../apparel/prediction.ts'
import type { TagMetadata, UntoldLabels } from '../tag.ts'

/** The labels of a tag that shows what a prediction says. */
export function labelsOf(prediction: Prediction): Pick<TagMetadata, 'garment' | 'kind' | 'own' | 'ownName' | 'byUser'> {
  const { kind, own, byUser } = prediction
  return {
    garment: labelOf(prediction),
    ...(kind && { kind: kind.name }),
    ...(own && { own: own.id, ownName: own.name }),
    ...(byUser && { byUser }),
  }
}

/** The labels of a tag if the user had said nothing of its picture. @param alone what the network says */
export function untoldLabelsOf(alone: Prediction): UntoldLabels {
  return untoldPartOf({ ...labelsOf(alone), confidence: badgeConfidence(alone) })
}

/** What a tag shows, to be shown again once the user says nothing of its picture. */
export function untoldPartOf(tag: ReturnType<typeof labelsOf> & Pick<TagMetadata, 'confidence'>): UntoldLabels {
  const { garment, kind, own, ownName, confidence, byUser } = tag
  return {
    ...{ garment, confidence },
    ...(kind !== undefined && { kind }),
    ...(own !== undefined && { own }),
    ...(ownName !== undefined && { ownName }),
    ...(byUser === 'learned' && { byUser }),
  }
}
