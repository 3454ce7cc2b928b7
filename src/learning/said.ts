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

/**
 * A name for an own kind as it is kept: trimmed, in composed Unicode (NFC).
 * @returns undefined if it is empty, too long, or has control characters or ones that change the direction of text
 */
export function toOwnName(text: string): string | undefined {
  const name = text.normalize('NFC').trim()
  const isRight = name !== '' && [...name].length <= MAX_OWN_NAME_LENGTH && !UNPRINTABLE.test(name)
  return isRight ? name : undefined
}

/** Whether two names mean the same kind. */
export function isSameOwnName(one: string, other: string): boolean {
  return foldName(one) === foldName(other)
}

function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

/** Control characters, lone surrogates, line separators, and characters that change the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
