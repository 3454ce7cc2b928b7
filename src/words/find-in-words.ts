import type { Concept } from './concepts.ts'
import { SKIP } from './concepts.ts'
import type { Language } from './lexicon.ts'
import { lookUp } from './look-up.ts'

/** A known word or phrase in a name. */
export interface Found {
  concept: Concept
  /** Its first word, and the one behind its last: indices into the words of the name, or characters if it has no spaces. */
  from: number
  to: number
}

/** Longest phrase of the lexicon, in words. */
const MAX_PHRASE = 4

/** The known words of a name, from its start: the longest phrase wherever one begins. */
export function findInWords(words: readonly string[], language: Language): Found[] {
  const found: Found[] = []
  for (let from = 0; from < words.length; ) {
    const one = longestAt(words, from, language)
    if (one && one.concept !== SKIP) found.push(one)
    from = one?.to ?? from + 1
  }
  return found
}

function longestAt(words: readonly string[], from: number, language: Language): Found | undefined {
  for (let to = Math.min(words.length, from + MAX_PHRASE); to > from; to--) {
    const concept = lookUp(words.slice(from, to).join(' '), language)
    if (concept) return { concept, from, to }
  }
  return undefined
}
