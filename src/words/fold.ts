/** Marks that names carry or drop: Latin and Cyrillic accents, Arabic vowels and tatweel, Hebrew points, the nukta. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c]/g

/** Letters without a decomposition, and letters that shops use for one another. */
const LETTERS: Record<string, string> = {
  ...{ '’': "'", '‘': "'", ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ł: 'l', ı: 'i' },
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه', ς: 'σ' },
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * Brings a name to the form in which the lexicon is searched: lower case, no accents, full-width letters narrowed.
 * @param keepsMarks leaves the accents, for languages in which they tell words apart
 */
export function fold(text: string, keepsMarks = false): string {
  if (keepsMarks) return text.normalize('NFKC').toLowerCase()
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(MARKS, '')
      // Composed again, because a Korean syllable must match as a whole.
      .normalize('NFKC')
      .replace(LETTER, letter => LETTERS[letter] ?? letter)
  )
}
