import type { Example } from '../../learning/example.ts'
import { saidKey } from '../../learning/leave-out.ts'
import type { OwnKind, Said } from '../../learning/said.ts'

/** What the page needs to know of an example. */
export type TaughtExample = Pick<Example, 'id' | 'says' | 'taughtAt'>

/** The examples of one class and kind, or of one own kind, the newest first. */
export interface TaughtGroup<Example extends TaughtExample = TaughtExample> {
  says: Said
  /** Of the own kind; undefined for a correction. */
  ownKind: OwnKind | undefined
  examples: Example[]
}

/**
 * Groups examples by what the user has said: the own kinds in their order, also those without examples, then corrections with
 * the most examples first.
 */
export function groupTaught<Example extends TaughtExample>(
  ownKinds: readonly OwnKind[],
  examples: readonly Example[],
): TaughtGroup<Example>[] {
  const groups = new Map<string, TaughtGroup<Example>>()
  for (const ownKind of ownKinds) {
    const says = { own: ownKind.id }
    groups.set(saidKey(says), { says, ownKind, examples: [] })
  }
  for (const example of examples) {
    const key = saidKey(example.says)
    const group = groups.get(key)
    if (group) group.examples.push(example)
    else if ('label' in example.says) groups.set(key, { says: example.says, ownKind: undefined, examples: [example] })
  }
  const all = [...groups.values()]
  for (const { examples } of all) examples.sort((one, other) => other.taughtAt - one.taughtAt)
  const corrections = all.filter(({ ownKind }) => !ownKind)
  corrections.sort((one, other) => other.examples.length - one.examples.length)
  return [...all.filter(({ ownKind }) => ownKind), ...corrections]
}
