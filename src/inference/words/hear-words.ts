import { prior } from '../../../models/apparel/words.json'
import type { Prediction } from '../../apparel/prediction.ts'
import { predictWithWords } from '../../apparel/words/predict-with-words.ts'
import { SURE } from '../../apparel/words/word-evidence.ts'
import type { Card } from '../../network/card.ts'
import { type Language, openLexicon, type StoredLexicon } from '../../words/lexicon.ts'
import type { PageWords } from '../../words/page-words.ts'
import { readWords } from '../../words/read-words.ts'

let lexicon: Promise<Map<string, Language>> | undefined

/** Loaded with the first unsure picture that has words: uploads and right clicks never need it. */
async function loadLexicon(): Promise<Map<string, Language>> {
  const { default: stored } = await import('../../words/lexicon.json')
  return openLexicon(stored as StoredLexicon)
}

/**
 * The answer about a picture with the words that a page has beside it.
 * @param kinds logits in the order of the card's kinds
 * @returns undefined if the words change nothing
 */
export async function hearWords(
  picture: Prediction,
  kinds: ArrayLike<number>,
  words: PageWords,
  card: Card,
): Promise<Prediction | undefined> {
  if (!mayChange(picture, card) || (words.texts.length === 0 && !words.isAmongIcons)) return undefined
  lexicon ??= loadLexicon()
  const evidence = readWords(words, await lexicon)
  return evidence && predictWithWords(picture, kinds, evidence, prior, card)
}

/** Most pictures are sure of their class and kind, and their names need not be read. */
function mayChange({ probabilities, kind }: Prediction, { kinds }: Card): boolean {
  return Math.max(...probabilities) < SURE || (kinds !== undefined && kind === undefined)
}
