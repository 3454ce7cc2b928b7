import { SKIP } from './concepts.ts'
import type { Found } from './find-in-words.ts'
import type { Language } from './lexicon.ts'

/** Longest word of the lexicon in scripts without spaces, in characters. */
const MAX_WORD = 20

const isKatakana = (character: string | undefined) => character !== undefined && /[\u30a0-\u30ff]/.test(character)

/**
 * The known words of a text without spaces: from its end where the last word is the head, so that 連帽外套 is read as 外套
 * before it could be a hat, else from its start.
 * @param text folded
 */
export function findInCharacters(text: string, language: Language): Found[] {
  return language.head === 'last' ? findFromEnd(text, language) : findFromStart(text, language)
}

function findFromEnd(text: string, { words }: Language): Found[] {
  const found: Found[] = []
  for (let to = text.length; to > 0; ) {
    let from = Math.max(0, to - MAX_WORD)
    while (from < to && !isWordAt(text, from, to, words)) from++
    const concept = words.get(text.slice(from, to))
    if (concept && concept !== SKIP) found.unshift({ concept, from, to })
    to = concept ? from : to - 1
  }
  return found
}

/** A word in katakana ends where its run of katakana ends: ベスト is not in ベストセラー. */
function isWordAt(text: string, from: number, to: number, words: Language['words']): boolean {
  return words.has(text.slice(from, to)) && !(isKatakana(text[to - 1]) && isKatakana(text[to]))
}

function findFromStart(text: string, { words }: Language): Found[] {
  const found: Found[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + MAX_WORD)
    while (to > from && !words.has(text.slice(from, to))) to--
    const concept = words.get(text.slice(from, to))
    if (concept && concept !== SKIP) found.push({ concept, from, to })
    from = concept ? to : from + 1
  }
  return found
}
