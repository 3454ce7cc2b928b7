import type { Concept } from './concepts.ts'

/** A language of the lexicon, ready to be searched. All words are folded. */
export interface Language {
  /** Where the word lies that says what a name is about: "Jeans *jacket*", "*veste* en jean". */
  head: 'first' | 'last'
  /** Whether words are written without spaces between them. */
  isUnspaced: boolean
  /** Whether accents tell words apart, so that they are not removed. */
  keepsMarks: boolean
  /** The least length of a word that counts as the end of a compound; 0 in languages that write none. */
  compoundEnd: number
  /** Words and phrases. */
  words: Map<string, Concept>
  /** Beginnings of inflected words. */
  stems: Map<string, Concept>
  /** Shorter words that end compounds too. */
  ends: Map<string, Concept>
  /** Words after which a name speaks of something else: "with", "for". */
  breaks: Set<string>
  /** Words that join two things: "and", "&". */
  ands: Set<string>
}

/** A language as the file holds it. */
export interface StoredLanguage extends Pick<Language, 'head'> {
  isUnspaced?: true
  keepsMarks?: true
  compoundEnd?: number
  breaks?: string[]
  ands?: string[]
  /**
   * Words by concept and by where they come from. `*` stands for an inflected ending, and a leading `+` marks a short word
   * that ends compounds too.
   */
  words: Record<string, { cldr?: string[]; byHand?: string[] }>
}

/** The file `lexicon.json`, which `npm run words` writes. */
export type StoredLexicon = Record<string, StoredLanguage>

/** Opens the lexicon by language tag, such as `de`. */
export function openLexicon(stored: StoredLexicon): Map<string, Language> {
  return new Map(Object.entries(stored).map(([tag, language]) => [tag, openLanguage(language)]))
}

function openLanguage(stored: StoredLanguage): Language {
  const { head, isUnspaced = false, keepsMarks = false, compoundEnd = 0, breaks = [], ands = [] } = stored
  const language: Language = {
    ...{ head, isUnspaced, keepsMarks, compoundEnd, breaks: new Set(breaks), ands: new Set(ands) },
    ...{ words: new Map(), stems: new Map(), ends: new Map() },
  }
  for (const [concept, { cldr = [], byHand = [] }] of Object.entries(stored.words))
    for (const word of [...cldr, ...byHand]) add(language, word, concept as Concept)
  return language
}

function add({ words, stems, ends }: Language, word: string, concept: Concept): void {
  if (word.endsWith('*')) stems.set(word.slice(0, -1), concept)
  else if (word.startsWith('+')) {
    words.set(word.slice(1), concept)
    ends.set(word.slice(1), concept)
  } else words.set(word, concept)
}
