import { tokensOf } from '../../src/page/features/shop/words/tokens.ts'
import type { WordList } from '../../src/page/features/shop/words/word-list.ts'

/** Scripts that are written without spaces between words, where a word may stand anywhere. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Sorts words by how they are matched, without duplicates and, without spaces, without what a shorter one matches anyway. */
export function wordList(words: Iterable<string>): WordList {
  const all = [...words].map(word => word.replace(/[\u200b-\u200f\u061c\u00ad]/g, '').trim())
  const spaced = all.filter(word => !unspaced.test(word)).map(word => tokensOf(word).join(' '))
  const others = all.filter(word => unspaced.test(word)).map(word => word.replace(/[\s.。:]+/g, ''))
  return {
    alone: sorted(spaced).join('|'),
    anywhere: sorted(others)
      .filter(word => !others.some(other => other !== word && word.includes(other)))
      .join('|'),
  }
}

function sorted(words: string[]): string[] {
  return [...new Set(words)].filter(word => /\p{L}/u.test(word)).sort()
}
