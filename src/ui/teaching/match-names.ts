import { fold, needlesOf } from '../../history/search/fold.ts'
import type { SaidByName } from '../../learning/said.ts'

/** Something that a person may say of a picture. */
export interface SayableName {
  said: SaidByName
  /** In the browser's language. */
  name: string
  /** What people may type for it, folded. */
  words: string
  /** Offered before anything is typed. */
  isMain: boolean
}

/** The names that fit what was typed, best first: the name itself, its beginning, then other words for it. */
export function matchNames(names: readonly SayableName[], typed: string): SayableName[] {
  const needles = needlesOf(typed)
  if (needles.length === 0) return names.filter(({ isMain }) => isMain)
  const wanted = fold(typed)
  const rank = ({ name }: SayableName) => {
    const folded = fold(name)
    return folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : 2
  }
  return names.filter(({ words }) => needles.every(needle => words.includes(needle))).sort((a, b) => rank(a) - rank(b))
}

/** Whether a name is on the list, in any case. */
export function isNameKnown(names: readonly SayableName[], name: string): boolean {
  return names.some(known => fold(known.name) === fold(name))
}
