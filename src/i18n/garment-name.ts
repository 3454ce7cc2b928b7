import type { NamedGarment } from '../garments/picture-garments.ts'
import { shownName } from './answer-words.ts'

/** What a garment in a picture is called: the user's own kind, "Sneakers" if its kind is sure, otherwise "Shoes". */
export function garmentName({ garment, kind, own, score }: NamedGarment): string {
  const named = kind && { kind: { name: kind, confidence: score } }
  return shownName({ verdict: 'garment', garment, ...named, ...(own && { own }) })
}
