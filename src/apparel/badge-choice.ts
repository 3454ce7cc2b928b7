import type { Garment } from './classes.ts'
import type { Kind } from './kinds.ts'
import type { Prediction } from './prediction.ts'

/** The user's choice of what gets a badge. */
export interface BadgeChoice {
  /** Minimum confidence, on top of the network's own thresholds. 0..1 */
  confidence: number
  /** Garments that get none. */
  classesOff: readonly Garment[]
  /** What gets one beside the ten garments. */
  kinds: readonly Kind[]
  /** The user's own kinds. */
  ownKinds: readonly ChosenOwnKind[]
}

/** What a page knows of a kind of the user's own. */
export interface ChosenOwnKind {
  id: string
  name: string
  colour: string
  isBadged: boolean
}

type Shown = Pick<Prediction, 'verdict' | 'garment' | 'confidence' | 'kind' | 'own'>

/** Whether a picture gets a badge: it shows something that the user has chosen, with at least the chosen confidence. */
export function isBadged(prediction: Shown, choice: BadgeChoice): boolean {
  const { verdict, garment, kind, own } = prediction
  const isChosen = own
    ? choice.ownKinds.some(({ id, isBadged }) => id === own.id && isBadged)
    : verdict === 'none'
      ? kind !== undefined && choice.kinds.includes(kind.name)
      : verdict === 'garment' && !choice.classesOff.includes(garment)
  return isChosen && badgeConfidence(prediction) >= choice.confidence
}

/** The confidence that a badge shows: of the garment or, beside the ten, of the kind. 0..1 */
export function badgeConfidence({ verdict, confidence, kind, own }: Omit<Shown, 'garment'>): number {
  if (own) return own.confidence
  return verdict === 'none' ? (kind?.confidence ?? 0) : confidence
}
