import { phrasesIn, tokensOf } from './tokens.ts'
import type { WordList } from './word-list.ts'

/** Phrases in many languages. A set is built much faster than a regular expression of the same words. */
export interface Phrases {
  alone: Set<string>
  /** Words of the longest phrase. */
  longest: number
  anywhere: RegExp
}

/** Prepares a word list for searches. */
export function phrases({ alone, anywhere }: WordList): Phrases {
  const all = alone.split('|')
  const longest = Math.max(...all.map(phrase => phrase.split(' ').length))
  return { alone: new Set(all), longest, anywhere: new RegExp(anywhere, 'u') }
}

/** Whether a short text has one of the phrases. */
export function hasPhrase(text: string, { alone, longest, anywhere }: Phrases): boolean {
  for (const phrase of phrasesIn(tokensOf(text), longest)) if (alone.has(phrase)) return true
  return anywhere.test(text)
}
