/**
 * Marks that people omit when they search: accents, and Arabic and Hebrew vowel points. The dakuten is not among them, because it
 * distinguishes か from が.
 */
const MARKS = /[[\p{Script=Inherited}--[\u3099\u309a]][\p{Script=Hebrew}&&\p{Mn}]]/gv
/** Scripts without spaces between words: a word may begin at any character. */
const UNSPACED =
  /(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])/gu
/** Typographic punctuation that is common in titles. */
const PUNCTUATION = /[\u2010-\u2027\u2030-\u205e\xa0\xab\xb7\xbb]/g
/** Letters that Unicode does not decompose, and the final form of σ. */
const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ς: 'σ' }

/**
 * Normalises a text for searching: its words in lower case without accents, each preceded by a space. In scripts without
 * spaces, every character counts as a word.
 */
export function fold(text: string): string {
  // Lets a title whose only non-ASCII characters are dashes or quotation marks take the fast path below.
  const plain = text.replace(PUNCTUATION, ' ')
  if (isAscii(plain)) return separateWords(plain.toLowerCase(), /[^a-z\d]+/g)
  return separateWords(withoutMarks(plain), /[^\p{L}\p{N}\p{M}]+/gu)
    .replace(UNSPACED, ' ')
    .replace(/ {2,}/g, ' ')
}

/**
 * Splits a typed query into needles. A folded text matches if it contains all of them: a word that starts with each word
 * that was typed.
 * @param typed as the user types it; punctuation between words is ignored
 */
export function needlesOf(typed: string): string[] {
  return typed
    .split(/\s+/)
    .map(fold)
    .filter(needle => needle !== '')
}

function withoutMarks(text: string): string {
  // Upper case first, because it expands ß to SS.
  const lower = text.normalize('NFKD').toUpperCase().toLowerCase()
  return lower.replace(MARKS, '').replace(/[øłđðþæœς]/g, letter => letters[letter] ?? letter)
}

function separateWords(lower: string, separators: RegExp): string {
  const words = lower.replace(separators, ' ').trim()
  return words && ` ${words}`
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
