/** Words as alternatives of a regular expression. */
export interface WordList {
  /** Words that no other letter may touch. */
  alone: string
  /** Words in scripts without spaces. */
  anywhere: string
}

/** A pattern for words in scripts without spaces, or with prefixed articles (Arabic, Hebrew): it matches anywhere. */
export const anywhere = (...words: string[]) => `(?:${words.join('|')})`

/** A pattern for words that no other letter touches. */
export const alone = (...words: string[]) => `(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`

export const either = (...patterns: string[]) => new RegExp(patterns.join('|'), 'iu')

/** A pattern for the words of lists, each matched as its script is written. */
export function wordsOf(...lists: WordList[]): string {
  const spaced = lists.map(list => list.alone).filter(Boolean)
  const unspaced = lists.map(list => list.anywhere).filter(Boolean)
  return [...(spaced.length ? [alone(...spaced)] : []), ...(unspaced.length ? [anywhere(...unspaced)] : [])].join('|')
}
