import type { ApparelClass } from '../apparel/classes.ts'
import { classOfKind } from '../apparel/kinds.ts'

/** What a stored picture shows, by its class and, more finely, its kind. */
export interface Labels {
  /** `none` only together with a kind, or if the user has said so: other pictures that show nothing to badge are not stored. */
  garment: ApparelClass
  /** Missing if it was not sure. An unknown name if a newer version of the extension has more kinds. */
  kind?: string | undefined
  /** Id of the user's own kind that it shows. People then see that instead of the two above. */
  own?: string | undefined
  /** The name of that kind when the tag was made, for when the kind is gone. */
  ownName?: string | undefined
}

/** The class as people see, search and count it. An own kind belongs to none of the ten. */
export function shownGarment({ garment, own }: Labels): ApparelClass {
  return own === undefined ? garment : 'none'
}

const OWN_PREFIX = 'own:'

/** The kind that stands for one of the user's own among the shown kinds. */
export function ownLabel(id: string): string {
  return OWN_PREFIX + id
}

/** The id of the own kind that a shown kind stands for; undefined if it stands for a shipped one. */
export function ownIdOf(kind: string): string | undefined {
  return kind.startsWith(OWN_PREFIX) ? kind.slice(OWN_PREFIX.length) : undefined
}

/**
 * The kind as people see, search and count it. Undefined if it says no more than the class: a kind that this version does not
 * know, or knows in another class. Of an own kind it is `ownLabel`.
 */
export function shownKind({ garment, kind, own }: Labels): string | undefined {
  if (own !== undefined) return ownLabel(own)
  if (garment === 'none') return kind
  return kind !== undefined && classOfKind(kind) === garment ? kind : undefined
}

/** Whether a text may name a class or kind, of this version or of a newer one, such as `T-Shirt` or `CardHolder`. */
export function isLabel(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z][A-Za-z\d -]{0,39}$/.test(value)
}
