import type { Garment } from './classes.ts'
import type { Prediction } from './prediction.ts'

/** Which garments get a badge. */
export interface BadgeChoice {
  /** Least confidence, on top of the network's own threshold for each class. 0..1 */
  confidence: number
  classes: readonly Garment[]
}

/** Whether a picture gets a badge: it shows a garment that is wanted, and the network is as sure as is wanted. */
export function isBadged(
  prediction: Pick<Prediction, 'verdict' | 'garment' | 'confidence'>,
  choice: BadgeChoice,
): boolean {
  const { verdict, garment, confidence } = prediction
  return verdict === 'garment' && confidence >= choice.confidence && choice.classes.includes(garment)
}
