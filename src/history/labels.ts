import type { ApparelClass } from '../apparel/classes.ts'
import { classOfKind } from '../apparel/kinds.ts'

/** What a stored picture shows, by its class and, more finely, its kind. */
export interface Labels {
  /** `none` only together with a kind: pictures that show nothing to badge are not stored. */
  garment: ApparelClass
  /** Missing if it was not sure. An unknown name if a newer version of the extension has more kinds. */
  kind?: string | undefined
}

/**
 * The kind as people see, search and count it. Undefined if it says no more than the class: a kind that this version does not
 * know, or knows in another class.
 */
export function shownKind({ garment, kind }: Labels): string | undefined {
  if (garment === 'none') return kind
  return kind !== undefined && classOfKind(kind) === garment ? kind : undefined
}

/** Whether a text may name a class or kind, of this version or of a newer one, such as `T-Shirt` or `CardHolder`. */
export function isLabel(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z][A-Za-z\d -]{0,39}$/.test(value)
}
