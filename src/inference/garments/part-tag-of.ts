import { predictPicture } from '../../apparel/predict-picture.ts'
import type { Box } from '../../garments/found-garment.ts'
import type { NamedGarment } from '../../garments/picture-garments.ts'
import { partId } from '../../history/part.ts'
import type { Provenance } from '../../history/provenance.ts'
import type { Card } from '../../network/card.ts'
import type { TagWithoutVisuals } from '../tag/tagger.ts'
import type { Searched, SearchedGarment } from './searched.ts'

/** A garment that fills so much of its picture is the picture, which has a tag of its own. */
const WHOLE_SHARE = 0.6

/** Whether a garment is so much smaller than its picture that it gets a tag of its own. */
export function isPartOf({ left, top, right, bottom }: Box): boolean {
  return (right - left) * (bottom - top) < WHOLE_SHARE
}

/**
 * The tag of a garment in a picture.
 * @param garment one of those in the picture
 * @param named what people are told of it
 */
export async function partTagOf(
  { digest, garments }: Searched,
  garment: SearchedGarment,
  { garment: name, kind, own, byUser, score, box }: NamedGarment,
  provenance: Provenance,
  card: Card,
): Promise<TagWithoutVisuals> {
  const { found, embedding } = garment
  const namesakes = garments.filter(one => one.found.garment === found.garment)
  return {
    id: await partId(digest, found.garment, namesakes.indexOf(garment)),
    garment: name,
    ...(kind && { kind }),
    ...(own && { own: own.id, ownName: own.name }),
    ...(byUser && { byUser }),
    ...(byUser === 'told' && { untold: { garment: found.garment, confidence: found.score } }),
    confidence: own?.confidence ?? score,
    probabilities: predictPicture(garment, card).probabilities,
    ...{ seenAt: Date.now(), network: card.name, embedding, part: { of: digest, box } },
    ...provenance,
  }
}
