import { type Concept, evidenceOfConcept, SERVICE, UNCLEAR } from './concepts.ts'
import { findInCharacters } from './find-in-characters.ts'
import { type Found, findInWords } from './find-in-words.ts'
import { fold } from './fold.ts'
import type { Language } from './lexicon.ts'
import { wordsOf } from './words-of.ts'

/** What a name says, read in one language. */
export interface Reading {
  /** What the name is about; `Unclear` if it names several things. Undefined if no word is known. */
  concept: Concept | undefined
  /** How many characters of the name are known words. */
  known: number
}

/** What separates the parts of a name: "Linen Shirt – Blue | Shop". A hyphen within a word does not. */
const SEPARATORS = /[,;:|•·–—()[\]{}<>«»!?。、，：；｜・/\n]| [-~] |\.\s/
/** Longer names are prose, which names no single thing. */
const MAX_WORDS = 14

/** Reads a name as one of a language. */
export function readName(name: string, language: Language): Reading {
  const folded = fold(name, language.keepsMarks)
  const parts = folded.split(SEPARATORS).map(part => part.trim())
  let known = 0
  let concept: Concept | undefined
  for (const part of parts) {
    const read = language.isUnspaced ? readUnspaced(part, language) : readSpaced(part, language)
    known += read.known
    // A promise of the shop stands beside names: "Linen shirt, free delivery".
    if (concept === undefined || concept === SERVICE) concept = read.concept ?? concept
  }
  return { concept, known }
}

function readSpaced(part: string, language: Language): Reading {
  const all = wordsOf(part)
  const end = all.findIndex((word, i) => i > 0 && language.breaks.has(word))
  const words = all.slice(0, end < 0 ? all.length : end)
  if (words.length > MAX_WORDS) return { concept: undefined, known: 0 }
  const found = findInWords(words, language)
  return { concept: headOf(found, language, words), known: lengthOf(found, words) }
}

function readUnspaced(part: string, language: Language): Reading {
  const heads = part.split(/\s+/).map(chunk => {
    const found = findInCharacters(chunk, language)
    const known = found.reduce((sum, { from, to }) => sum + to - from, 0)
    return { concept: headOf(found, language, []), known }
  })
  const known = heads.reduce((sum, head) => sum + head.known, 0)
  const concepts = heads.flatMap(({ concept }) => concept ?? [])
  const clear = concepts.filter(concept => concept !== SERVICE)
  if (language.head === 'first' || clear.length === 0) return { concept: clear[0] ?? concepts[0], known }
  return { concept: clear.every(one => isSameClass(one, clear[0])) ? clear.at(-1) : UNCLEAR, known }
}

function headOf(found: Found[], { head, ands }: Language, words: readonly string[]): Concept | undefined {
  const things = found.filter(({ concept }) => concept !== SERVICE)
  const [first, second] = head === 'first' ? things : [things.at(-1), things.at(-2)]
  if (!first) return found[0]?.concept
  if (second && !isSameClass(first.concept, second.concept)) {
    const [left, right] = first.from < second.from ? [first, second] : [second, first]
    if (words.slice(left.to, right.from).some(word => ands.has(word))) return UNCLEAR
  }
  return first.concept
}

function isSameClass(a: Concept, b: Concept | undefined): boolean {
  return b !== undefined && evidenceOfConcept(a)?.className === evidenceOfConcept(b)?.className
}

function lengthOf(found: Found[], words: readonly string[]): number {
  return found.reduce((sum, { from, to }) => sum + words.slice(from, to).join(' ').length, 0)
}
