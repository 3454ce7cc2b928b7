import { garments } from '../../apparel/classes.ts'
import { kinds } from '../../apparel/kinds.ts'
import { isNamed } from '../../apparel/named-kind.ts'
import { ownLabel } from '../../history/labels.ts'
import { fold } from '../../history/search/fold.ts'
import type { LabelNames } from '../../history/search/query.ts'
import { className } from '../../i18n/class-name.ts'
import { kindName } from '../../i18n/kind-name.ts'
import { text } from '../../i18n/text.ts'
import { wordForms } from '../../i18n/word-forms.ts'
import { knownOwnKinds } from '../teaching/known-own-kinds.ts'

let names: LabelNames | undefined

/**
 * What people may type for each class and kind: its name in the browser's language and in English, and other words for it. Of an
 * own kind, the name that the user gave.
 */
export function labelNames(): LabelNames {
  names ??= readNames()
  const own = knownOwnKinds().map(({ id, name }) => [ownLabel(id), fold(name)])
  return { ...names, kinds: { ...names.kinds, ...Object.fromEntries(own) } }
}

function readNames(): LabelNames {
  const language = text('language')
  const others = parseWords(text('search_words'))
  const wordsOf = (label: string, name: string) =>
    fold(
      [
        ...[name, ...(others.get(label) ?? [])].flatMap(word => wordForms(word, language)),
        ...wordForms(englishOf(label), 'en'),
      ].join(' '),
    )
  return {
    classes: Object.fromEntries(garments.map(garment => [garment, wordsOf(garment, className(garment))])),
    kinds: Object.fromEntries(kinds.filter(isNamed).map(kind => [kind, wordsOf(kind, kindName(kind))])),
  }
}

/** Parses `Boot: ankle boots, wellies; Cap: …`. */
function parseWords(written: string): Map<string, string[]> {
  const entries = written.split(';').map(entry => entry.split(':'))
  return new Map(entries.map(([label = '', words = '']) => [label.trim(), words.split(',').map(word => word.trim())]))
}

/** "Tank Top" of `TankTop`; the identifiers of classes and kinds are English. */
function englishOf(label: string): string {
  return label.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
}
