import { classes, type Garment, garments } from '../apparel/classes.ts'
import { isKind } from '../apparel/kinds.ts'
import type { Prediction } from '../apparel/prediction.ts'
import { shownKind } from './labels.ts'
import type { TagMetadata } from './tag.ts'

/**
 * The prediction that a tag was made from. Undefined if a version made it that knew other classes, because then nothing says
 * which class each probability belongs to.
 */
export function predictionOf(tag: TagMetadata): Prediction | undefined {
  const { probabilities, confidence } = tag
  if (probabilities.length !== classes.length) return undefined
  const kind = shownKind(tag)
  // A tag of one of the ten does not store how sure its kind was, only that it was.
  const sure = kind !== undefined && isKind(kind) && { kind: { name: kind, confidence } }
  if (tag.garment !== 'none') return { verdict: 'garment', garment: tag.garment, confidence, probabilities, ...sure }
  const best = garments.reduce((best: number, _, i) => (at(i) > at(best) ? i : best), 0)
  return { verdict: 'none', garment: garments[best] as Garment, confidence: at(best), probabilities, ...sure }

  function at(i: number): number {
    return probabilities[i] ?? 0
  }
}
