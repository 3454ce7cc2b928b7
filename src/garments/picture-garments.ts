import type { Kind } from '../apparel/kinds.ts'
import type { OwnKindAnswer } from '../apparel/prediction.ts'
import type { FoundGarment } from './found-garment.ts'

/** A garment in a picture as people are told of it. */
export interface NamedGarment extends FoundGarment {
  /** What it is, more finely; left out if that is not sure. */
  kind?: Kind
  /** The kind of the user's own that it shows. People then see that instead of the others. */
  own?: OwnKindAnswer
  /** What the user has taught has had a part in this: of this very garment (`told`), or of similar ones (`learned`). */
  byUser?: 'told' | 'learned'
}

/** What was found in a picture. */
export interface PictureGarments {
  /** In reading order: from top to bottom, those beside each other from left to right. */
  garments: NamedGarment[]
  /** Time of the networks alone; 0 for a cached answer. */
  milliseconds: number
}
