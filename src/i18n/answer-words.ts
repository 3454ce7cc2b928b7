import type { ApparelClass } from '../apparel/classes.ts'
import { isNamed } from '../apparel/named-kind.ts'
import { labelOf, type Prediction } from '../apparel/prediction.ts'
import { className } from './class-name.ts'
import { kindName } from './kind-name.ts'
import { text } from './text.ts'

type Shown = Pick<Prediction, 'verdict' | 'garment' | 'kind' | 'own'>

/** What a picture shows, in a word or two: the user's own kind, or "Sneakers" if the kind is sure, otherwise "Shoes". */
export function shownName(shown: Shown): string {
  return shown.own?.name ?? sureKind(shown) ?? className(labelOf(shown))
}

/** The name of a class, after the kind of it that the picture shows: "Sneakers · Shoes". */
export function nameInFull(label: ApparelClass, shown: Shown): string {
  const name = className(label)
  const kind = label === labelOf(shown) ? sureKind(shown) : undefined
  return kind && kind !== name ? `${kind} · ${name}` : name
}

/** A prediction in one line: "Sneakers", "Low confidence: probably Shoes", "Dress: not one of the ten". */
export function headline(shown: Shown): string {
  const { verdict, garment, own } = shown
  if (own || verdict === 'garment') return shownName(shown)
  if (verdict === 'unsure') return text('answer_unsure', className(garment))
  const kind = sureKind(shown)
  return kind ? text('answer_none_kind', kind) : text('answer_none')
}

function sureKind({ kind }: Shown): string | undefined {
  return kind && isNamed(kind.name) ? kindName(kind.name) : undefined
}
