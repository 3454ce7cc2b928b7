import messages from '../../public/_locales/en/messages.json'
import { classOfKind, kinds } from '../../src/apparel/kinds.ts'
import { isNamed } from '../../src/apparel/named-kind.ts'

const message = (key: string) => messages[key.replace('-', '_') as keyof typeof messages].message

const classes = new Map(
  kinds.filter(isNamed).map(kind => [message(`kind_${kind}`), message(`class_${classOfKind(kind)}`)]),
)

/**
 * The name of the class of what a badge or an alternative text names in English: "Shoes" for "Sneakers". Whether the network is
 * sure of a kind changes with the network; tests of anything else must not depend on it. Other texts are returned as they are.
 */
export function classOfName(name: string): string {
  return classes.get(name) ?? name
}

/** Everything that `classOfName` turns into the name of a class. */
export function namesOf(className: string): string[] {
  return [className, ...[...classes].filter(([, name]) => name === className).map(([kind]) => kind)]
}
