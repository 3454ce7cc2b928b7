import { fold } from '../../src/words/fold.ts'
import type { StoredLanguage } from '../../src/words/lexicon.ts'
import { wordsOf } from '../../src/words/words-of.ts'
import type { Annotation } from './read-annotations.ts'
import type { WordList } from './read-list.ts'

/** As in src/words/look-up.ts. */
const MAX_ENDING = 7

/**
 * Merges what CLDR and the list kept by hand say of a language. All names of CLDR are taken. Its keywords are taken only where
 * the list has them too, because many are no names: "blue" and "casual" for a T-shirt.
 */
export function buildLanguage(list: WordList, annotations: Annotation[]): StoredLanguage {
  const { words: listed, breaks, ands, ...traits } = list
  const clean = (word: string) => cleaned(word, list)
  const inCldr = new Set(annotations.flatMap(({ names, keywords }) => [...names, ...keywords].map(clean)))
  const taken = new Set<string>()
  const words: StoredLanguage['words'] = {}
  const take = (concept: string, word: string, source: 'cldr' | 'byHand') => {
    if (!word || taken.has(word)) return
    taken.add(word)
    const sources = words[concept] ?? {}
    words[concept] = { ...sources, [source]: [...(sources[source] ?? []), word] }
  }
  for (const [concept, ones] of Object.entries(listed))
    for (const word of ones.map(clean)) take(concept, word, isConfirmed(word, inCldr) ? 'cldr' : 'byHand')
  for (const { concept, names } of annotations)
    for (const name of names.map(clean)) if (!isKnown(name, taken)) take(concept, name, 'cldr')
  return {
    ...traits,
    ...(breaks && { breaks: breaks.map(clean) }),
    ...(ands && { ands: ands.map(and => (and.length > 1 ? clean(and) : and)) }),
    words,
  }
}

/** Folds a word as names are folded when they are read. Keeps the signs of the list. */
function cleaned(word: string, { isUnspaced, keepsMarks }: WordList): string {
  const [, plus = '', core = '', star = ''] = /^(\+?)(.*?)(\*?)$/.exec(word) ?? []
  const folded = fold(core, keepsMarks ?? false)
  return plus + (isUnspaced ? folded.replace(/\s+/g, '') : wordsOf(folded).join(' ')) + star
}

function isConfirmed(word: string, inCldr: Set<string>): boolean {
  const core = word.replace(/[+*]/g, '')
  if (inCldr.has(core)) return true
  return word.endsWith('*') && [...inCldr].some(one => one.startsWith(core) && one.length - core.length <= MAX_ENDING)
}

function isKnown(name: string, taken: Set<string>): boolean {
  if (taken.has(`+${name}`)) return true
  for (let length = name.length; length > 2 && name.length - length <= MAX_ENDING; length--)
    if (taken.has(`${name.slice(0, length)}*`)) return true
  return false
}
