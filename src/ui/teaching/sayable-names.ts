import { classes } from '../../apparel/classes.ts'
import { kindsOfClass } from '../../apparel/kinds.ts'
import { isNamed } from '../../apparel/named-kind.ts'
import { labelOf, type Prediction } from '../../apparel/prediction.ts'
import { fold } from '../../history/search/fold.ts'
import { className } from '../../i18n/class-name.ts'
import { kindName } from '../../i18n/kind-name.ts'
import { text } from '../../i18n/text.ts'
import { MAX_OWN_NAME_LENGTH, type SaidByName } from '../../learning/said.ts'
import { labelNames } from '../format/label-names.ts'
import { isNameKnown, matchNames, type SayableName } from './match-names.ts'

/** Everything that a person may say of a picture: kinds of their own, the classes, and the kinds whose name is another. */
export function sayableNames(ownNames: readonly string[]): SayableName[] {
  const { classes: classWords, kinds: kindWords } = labelNames()
  const own = ownNames.map<SayableName>(name => ({ said: { ownName: name }, name, words: fold(name), isMain: true }))
  const main = classes.map<SayableName>(label => {
    const name = className(label)
    return { said: { label }, name, words: classWords[label as keyof typeof classWords] ?? fold(name), isMain: true }
  })
  const finer = classes.flatMap(label =>
    kindsOfClass[label]
      .filter(isNamed)
      .filter(kind => kindName(kind) !== className(label))
      .map<SayableName>(kind => {
        const name = kindName(kind)
        const said: SaidByName = { label, kind }
        return { said, name, words: kindWords[kind] ?? fold(name), isMain: false }
      }),
  )
  return [...own, ...main, ...finer]
}

/** The names to offer for what was typed, best first; last, as a kind of the user's own, what was typed itself. */
export function offeredNames(names: readonly SayableName[], typed: string): SayableName[] {
  const own = ownNameOf(typed)
  const isNew = own !== undefined && !isNameKnown(names, own)
  const offered = matchNames(names, typed)
  return isNew
    ? [...offered, { said: { ownName: own }, name: text('teach_own', own), words: '', isMain: false }]
    : offered
}

/** The kinds that say more than what was said, if that was one of the ten. */
export function finerNames(said: SaidByName): SayableName[] {
  if ('ownName' in said || said.kind || said.label === 'none') return []
  return sayableNames([]).filter(({ said: other, isMain }) => !isMain && 'label' in other && other.label === said.label)
}

/** What an answer says, said by a person. */
export function sayingOf(prediction: Prediction): SaidByName {
  if (prediction.own) return { ownName: prediction.own.name }
  const { kind } = prediction
  return { label: labelOf(prediction), ...(kind && { kind: kind.name }) }
}

/** A typed name as an own kind has it; undefined if it is too short or too long. */
function ownNameOf(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, ' ')
  return name && name.length <= MAX_OWN_NAME_LENGTH ? name : undefined
}
