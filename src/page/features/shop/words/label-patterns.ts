import type { WordList } from './word-list.ts'

/** A pattern for words in scripts without spaces, or with prefixed articles (Arabic, Hebrew): it matches anywhere. */
export const anywhere = (...words: string[]) => `(?:${words.join('|')})`

/** A pattern for words that no other letter touches. */
export const alone = (...words: string[]) => `(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`

export const either = (...patterns: string[]) => new RegExp(patterns.join('|'), 'iu')

/** A pattern for the words of a list, each matched as its script is written. */
export function wordsOf(list: WordList): string {
  return `${alone(list.alone)}|${anywhere(list.anywhere)}`
}
