import type { ApparelClass } from '../apparel/classes.ts'
import type { Kind } from '../apparel/kinds.ts'

/** What a person says that a picture shows: one of the eleven classes, with a kind if the person chose one, or a kind of their own. */
export type Said = { label: ApparelClass; kind?: Kind } | { own: OwnKind['id'] }

/** A kind that the network does not know and the user has named. */
export interface OwnKind {
  /** A random UUID. */
  id: string
  /** As the user wrote it, trimmed; 1 to `MAX_OWN_NAME_LENGTH` characters. No two differ only in case. */
  name: string
  /** Of its badges and chips, as `#rrggbb`. */
  colour: string
  /** Whether pages show badges for it. */
  isBadged: boolean
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Maximum length of the name of an own kind, in characters. */
export const MAX_OWN_NAME_LENGTH = 40

/** What a person says, by the name of the kind. A name that is not known yet makes a new own kind. */
export type SaidByName = Exclude<Said, { own: string }> | { ownName: string }
