import type { WordEvidence } from '../apparel/words/word-evidence.ts'
import { type Concept, evidenceOfConcept, SERVICE } from './concepts.ts'
import { languagesFor } from './languages-for.ts'
import type { Language } from './lexicon.ts'
import { MAX_NAME_LENGTH, type PageWords } from './page-words.ts'
import { type Reading, readName } from './read-name.ts'

/**
 * What the words beside a picture name. Words that contradict each other say nothing; and a small picture in a row of its
 * like that no word calls a garment is an icon.
 * @returns undefined if nothing follows from them
 */
export function readWords(
  { language, texts, isAmongIcons }: PageWords,
  lexicon: Map<string, Language>,
): WordEvidence | undefined {
  const named = texts.flatMap(text => nameIn(asName(text), language, lexicon) ?? [])
  const things = named.filter(concept => concept !== SERVICE)
  return things.length > 0 || named.length > 0
    ? commonEvidence(things.length > 0 ? things : named)
    : isAmongIcons
      ? { className: 'none' }
      : undefined
}

/** A text as a name: nothing if it is too long for one, and a path in words. */
function asName(text: string): string {
  if (text.length > MAX_NAME_LENGTH) return ''
  if (/\s/.test(text) || !/[-_%]/.test(text)) return text
  try {
    return decodeURIComponent(text)
      .replace(/\.\w+$/, '')
      .replace(/[-_+]+/g, ' ')
  } catch {
    return text
  }
}

function nameIn(text: string, language: string, lexicon: Map<string, Language>): Concept | undefined {
  const { likely, other } = languagesFor(text, language, lexicon)
  return bestReading(text, likely) ?? agreedReading(text, other)
}

/** The reading that knows most of the name. */
function bestReading(text: string, languages: Language[]): Concept | undefined {
  let best: Reading = { concept: undefined, known: 0 }
  for (const language of languages) {
    const reading = readName(text, language)
    if (reading.concept && reading.known > best.known) best = reading
  }
  return best.concept
}

/** Least length of a word in a language that the page does not declare: "boot" and "slip" mean too many things. */
const MIN_FOREIGN_LENGTH = 5

/** The reading that knows most of the name, if every language that knows some of it agrees on the class. */
function agreedReading(text: string, languages: Language[]): Concept | undefined {
  const readings = languages
    .map(language => readName(text, language))
    .filter(({ concept, known }) => concept && known >= MIN_FOREIGN_LENGTH)
    .toSorted((a, b) => b.known - a.known)
  return commonEvidence(readings.flatMap(({ concept }) => concept ?? [])) && readings[0]?.concept
}

/** What several concepts say together: nothing if they contradict each other. */
function commonEvidence(concepts: Concept[]): WordEvidence | undefined {
  const evidence = concepts.map(evidenceOfConcept)
  const [first] = evidence
  if (!first || evidence.some(one => one?.className !== first.className)) return undefined
  const kinds = new Set(evidence.flatMap(one => one?.kind ?? []))
  const [kind] = kinds
  return { className: first.className, ...(kind && kinds.size === 1 && { kind }) }
}
