/** Each with what may stand in its place. */
const hindiEndings: [ending: string, ...others: string[]][] = [
  ['ा', 'े', 'ों'],
  ['े', 'ा', 'ों'],
  ['ी', 'ियां', 'ियाँ', 'ियों'],
  ['आ', 'ए', 'ओं'],
]

/**
 * Endings of the singular and the plural in each language. Only the beginning of a word is compared, so a form that is the
 * beginning of another needs no rule.
 */
const inflections: Record<string, (word: string) => string[]> = {
  ar: word => [`ال${word}`],
  de: word => (word.endsWith('e') ? [`${word}n`] : ['e', 'en', 'er', 'n', 's'].map(ending => word + ending)),
  en: word => [
    /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`,
    ...(/[^aeiou]y$/.test(word) ? [word.replace(/y$/, 'ies')] : []),
    ...(/fe?$/.test(word) ? [word.replace(/fe?$/, 'ves')] : []),
  ],
  es: word => [`${word}s`, `${word}es`],
  fr: word => [`${word}s`, `${word}x`],
  hi: word =>
    hindiEndings.flatMap(([ending, ...others]) =>
      word.endsWith(ending) ? others.map(other => word.slice(0, -ending.length) + other) : [],
    ),
}

/**
 * The words of a name, each with its regular singular or plural, so that "Stiefeln" and "sneakers" find what is called Stiefel
 * and Sneaker. Irregular forms, as of Arabic, need an entry in `search_words`.
 * @param language a BCP 47 tag, or its first part; words of other languages stay as they are
 */
export function wordForms(name: string, language: string): string[] {
  const inflect = inflections[language.split('-', 1)[0] ?? '']
  const words = name.split(/\s+/)
  // "T-Shirt" is typed as one word too.
  const joined = words.filter(word => word.includes('-')).map(word => word.replaceAll('-', ''))
  return [...words, ...joined].flatMap(word => [word, ...(inflect?.(word.toLowerCase()) ?? [])])
}
