import type { Prediction } from '../../../apparel/prediction.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'

/**
 * The garment that a picture's answer is about: of those of its class, the surest.
 * @returns its place in the list; -1 if none is of the class
 */
export function mainOf(garments: readonly NamedGarment[], { verdict, garment }: Prediction): number {
  if (verdict === 'none') return -1
  return garments.reduce((best, found, i) => {
    if (found.garment !== garment) return best
    return best < 0 || found.score > (garments[best]?.score ?? 0) ? i : best
  }, -1)
}
