import { classes, type Garment, garments } from '../apparel/classes.ts'
import { isKind } from '../apparel/kinds.ts'
import type { Prediction } from '../apparel/prediction.ts'
import type { OwnKind } from '../learning/said.ts'
import { shownKind } from './labels.ts'
import type { TagMetadata } from './tag.ts'

/**
 * The prediction that a tag was made from. Undefined if a version made it that knew other classes, because then nothing says
 * which class each probability belongs to.
 * @param ownKind the one that the tag shows; undefined if it shows none, or one that is gone
 */
export function predictionOf(tag: TagMetadata, ownKind?: OwnKind): Prediction | undefined {
  const { probabilities, byUser } = tag
  if (probabilities.length !== classes.length) return undefined
  const { own: _, ...labels } = tag
  const kind = shownKind(labels)
  const at = (i: number) => probabilities[i] ?? 0
  const confidence = tag.own === undefined ? tag.confidence : at(classes.indexOf(tag.garment))
  // A tag of one of the ten does not store how sure its kind was, only that it was.
  const sure = kind !== undefined && isKind(kind) && { kind: { name: kind, confidence } }
  const { id = '', name = '', colour = '' } = ownKind ?? {}
  const taught = {
    ...(ownKind && { own: { id, name, colour, confidence: tag.confidence } }),
    ...(byUser && { byUser }),
  }
  if (tag.garment !== 'none')
    return { verdict: 'garment', garment: tag.garment, confidence, probabilities, ...sure, ...taught }
  const best = garments.reduce((best: number, _, i) => (at(i) > at(best) ? i : best), 0)
  return {
    verdict: 'none',
    garment: garments[best] as Garment,
    confidence: at(best),
    probabilities,
    ...sure,
    ...taught,
  }
}
