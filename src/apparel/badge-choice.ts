import type { Garment } from './classes.ts'
import type { Prediction } from './prediction.ts'

/** The user's choice of which garments get a badge. */
export interface BadgeChoice {
  /** Minimum confidence, on top of the network's own threshold per class. 0..1 */
  confidence: number
  classes: readonly Garment[]
}

/** Whether a picture gets a badge: it shows a chosen garment with at least the chosen confidence. */
export function isBadged(
  prediction: Pick<Prediction, 'verdict' | 'garment' | 'confidence'>,
  choice: BadgeChoice,
): boolean {
  const { verdict, garment, confidence } = prediction
  return verdict === 'garment' && confidence >= choice.confidence && choice.classes.includes(garment)
}
