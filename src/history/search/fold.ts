/** Marks that people leave out when they search: accents, and the vowel points of Arabic and Hebrew. Not the dakuten of か and が. */
const MARKS = /[[\p{Script=Inherited}--[\u3099\u309a]][\p{Script=Hebrew}&&\p{Mn}]]/gv
/** Scripts without spaces between words: every character may begin one. */
const UNSPACED =
  /(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])/gu
/** Signs that titles are full of. */
const SIGNS = /[\u2010-\u2027\u2030-\u205e\xa0\xab\xb7\xbb]/g
/** Letters that Unicode does not take apart, and the σ that ends a word. */
const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ς: 'σ' }

/**
 * A text as it is searched: its words without accents and case, a space before each. In scripts that do not part words
 * every character counts as one.
 */
export function fold(text: string): string {
  // A dash or a quotation mark must not make a plain title dear.
  const plain = text.replace(SIGNS, ' ')
  if (isAscii(plain)) return parted(plain.toLowerCase(), /[^a-z\d]+/g)
  return parted(withoutMarks(plain), /[^\p{L}\p{N}\p{M}]+/gu)
    .replace(UNSPACED, ' ')
    .replace(/ {2,}/g, ' ')
}

/**
 * What a folded text must hold, all of it, to be found: for each word that was typed, one that begins so.
 * @param typed as a person types it; signs between words count for nothing
 */
export function needlesOf(typed: string): string[] {
  return typed
    .split(/\s+/)
    .map(fold)
    .filter(needle => needle !== '')
}

function withoutMarks(text: string): string {
  // Upper case first, which knows that ß is ss.
  const lower = text.normalize('NFKD').toUpperCase().toLowerCase()
  return lower.replace(MARKS, '').replace(/[øłđðþæœς]/g, letter => letters[letter] ?? letter)
}

function parted(lower: string, between: RegExp): string {
  const words = lower.replace(between, ' ').trim()
  return words && ` ${words}`
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
