import type { BadgeChoice } from '../../../apparel/badge-choice.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'

/** Whether the user wants a badge for a garment that was found in a picture. */
export function isGarmentBadged(
  { garment, own, score }: NamedGarment,
  { classesOff, confidence, ownKinds }: BadgeChoice,
): boolean {
  if (own) return ownKinds.some(({ id, isBadged }) => id === own.id && isBadged)
  return score >= confidence && !classesOff.includes(garment)
}
