import type { Kind } from './kinds.ts'

/** Kinds that say nothing of use about a picture: what is left over, and several things at once. People never read them. */
const unnamed = ['Outfit', 'Mixed', 'Other'] as const satisfies readonly Kind[]

/** A kind that has a name for people. */
export type NamedKind = Exclude<Kind, (typeof unnamed)[number]>

/** Whether people may read the kind. */
export function isNamed(kind: Kind): kind is NamedKind {
  return !(unnamed as readonly Kind[]).includes(kind)
}
