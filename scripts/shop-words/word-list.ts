/** Scripts that are written without spaces between words, where a word may stand anywhere. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Words as alternatives of a regular expression, the longest first. */
export interface WordList {
  /** Words that no other letter may touch. */
  alone: string
  /** Words of scripts without spaces. */
  anywhere: string
}

/** Sorts words by how they are matched, without duplicates and without what a shorter word of the list matches anyway. */
export function wordList(words: Iterable<string>): WordList {
  const clean = new Set([...words].map(tidy).filter(word => /\p{L}/u.test(word)))
  const sorted = [...clean].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return {
    alone: sorted
      .filter(word => !unspaced.test(word))
      .map(escapeWord)
      .join('|'),
    anywhere: sorted
      .filter(word => unspaced.test(word))
      .filter(word => !sorted.some(other => other !== word && word.includes(other)))
      .map(escapeWord)
      .join('|'),
  }
}

function tidy(word: string): string {
  return word
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[.!:…]+$/, '')
    .trim()
    .toLowerCase()
}

/** Escapes what is special in a regular expression, and accepts each kind of apostrophe. */
export function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’ʻʼ‘`]/g, "['’ʻʼ‘`]")
}
