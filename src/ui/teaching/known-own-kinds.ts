import type { OwnKind } from '../../learning/said.ts'

let known: readonly OwnKind[] = []

/** The user's own kinds, as far as `useOwnKinds` has read them. */
export function knownOwnKinds(): readonly OwnKind[] {
  return known
}

/** The own kind with an id; undefined if it is gone or not read yet. */
export function knownOwnKind(id: string | undefined): OwnKind | undefined {
  return known.find(kind => kind.id === id)
}

/** Replaces the list. */
export function setKnownOwnKinds(ownKinds: readonly OwnKind[]): void {
  known = ownKinds
}
