import { isKind } from '../../apparel/kinds.ts'
import { isNamed } from '../../apparel/named-kind.ts'
import { type Labels, ownIdOf, shownKind } from '../../history/labels.ts'
import { className } from '../../i18n/class-name.ts'
import { kindName } from '../../i18n/kind-name.ts'
import { knownOwnKind } from '../teaching/known-own-kinds.ts'

/** Names what a tag shows, as finely as it is known: the user's own kind, else "Boots", else "Shoes". */
export function labelName(labels: Labels): string {
  const kind = shownKind(labels)
  const own = kind && ownIdOf(kind)
  if (own) return knownOwnKind(own)?.name ?? labels.ownName ?? className(labels.garment)
  if (kind === undefined) return className(labels.garment)
  if (!isKind(kind)) return kind
  return isNamed(kind) ? kindName(kind) : className(labels.garment)
}

/** Names a kind as people see it, also one that this version does not know. */
export function shownKindName(kind: string): string {
  return labelName({ garment: 'none', kind })
}
