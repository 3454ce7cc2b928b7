import type { Concept } from './concepts.ts'
import type { Language } from './lexicon.ts'

/** Longest inflected ending behind a stem, in letters: Finnish `-eissani`, Turkish `-lerimiz`. */
const MAX_ENDING = 7
/** Shortest beginning of a compound, in letters. It keeps "trompet" from being a Dutch cap. */
const MIN_BEGINNING = 3

/** What Arabic and Hebrew write in front of a word without a space: and, in, for, the. */
const PREFIXES = [
  /^[وف]?[بلك]?ال(?=\p{L}{2})/u,
  /^لل(?=\p{L}{2})/u,
  /^[وبلك](?=\p{L}{3})/u,
  /^[והבלמשכ](?=\p{L}{2})/u,
  /^[ושכ][הבלמש](?=\p{L}{2})/u,
]

/**
 * Looks a word or phrase up.
 * @param phrase folded, one space between words
 * @returns undefined if the language does not know it
 */
export function lookUp(phrase: string, language: Language): Concept | undefined {
  const known = lookUpInflected(phrase, language)
  if (known) return known
  if (/^[\u0590-\u06ff]/.test(phrase)) return lookUpPrefixed(phrase, language)
  return language.compoundEnd > 0 && !phrase.includes(' ') ? lookUpEnd(phrase, language) : undefined
}

function lookUpInflected(phrase: string, { words, stems }: Language): Concept | undefined {
  const word = words.get(phrase)
  if (word || stems.size === 0) return word
  for (let ending = 0; ending <= MAX_ENDING && ending < phrase.length - 1; ending++) {
    const cut = phrase.length - ending
    const concept = stems.get(phrase.slice(0, cut))
    // An ending is within a word.
    if (concept && !phrase.includes(' ', cut) && !isAdjective(phrase.slice(cut))) return concept
  }
  return undefined
}

/** Slavic adjectives made of a noun, as in "джинсовая куртка" and "košilové šaty", say what the next word is like. */
function isAdjective(ending: string): boolean {
  return ending.length >= 3 && /^(?:[oeое][vwв]|[nн])/.test(ending)
}

function lookUpPrefixed(phrase: string, language: Language): Concept | undefined {
  for (const prefix of PREFIXES) {
    const bare = phrase
      .split(' ')
      .map(word => word.replace(prefix, ''))
      .join(' ')
    const concept = bare === phrase ? undefined : lookUpInflected(bare, language)
    if (concept) return concept
  }
  return undefined
}

/** The last part of a compound says what it is: the longest that is known. */
function lookUpEnd(word: string, language: Language): Concept | undefined {
  const beginning = language.compoundEnd < MIN_BEGINNING ? 1 : MIN_BEGINNING
  for (let i = beginning; i < word.length - 1; i++) {
    const end = word.slice(i)
    const concept = end.length >= language.compoundEnd ? lookUpInflected(end, language) : language.ends.get(end)
    if (concept) return concept
  }
  return undefined
}
