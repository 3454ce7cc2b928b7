import { ownIdOf } from '../../history/labels.ts'
import { knownOwnKind } from './known-own-kinds.ts'
import { OwnDot } from './own-dot.tsx'

/** The dot of a shown kind in the colour of the user's own; nothing for a shipped kind. */
export function KindDot({ kind }: { kind: string | undefined }) {
  const own = kind && ownIdOf(kind)
  return own ? <OwnDot colour={knownOwnKind(own)?.colour} /> : null
}
