import type { Language } from './lexicon.ts'

/** Scripts that tell the language, or nearly. The first language is meant unless the page declares another one of them. */
const scripts: [RegExp, string[]][] = [
  [/[\u3040-\u30ff]/, ['ja']],
  [/\p{Script=Han}/u, ['zh', 'ja']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Arabic}/u, ['ar']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg']],
]
const notLatin = new Set(scripts.flatMap(([, tags]) => tags))

/** Languages of the Arabic script whose words differ from the Arabic ones. */
const LOOKALIKES = new Set(['fa', 'ur', 'ps', 'ckb', 'ku'])
/** Tags of languages that the lexicon knows under another tag. */
const ALIASES: Record<string, string> = {
  no: 'nb',
  nn: 'nb',
  iw: 'he',
  in: 'id',
  ms: 'id',
  bs: 'hr',
  sr: 'hr',
  be: 'ru',
  kk: 'ru',
}

/**
 * In which languages to read a name.
 * @param declared BCP 47 tag of the page, or ''
 * @returns `likely`: the best guess first; `other`: those to try if none of these knows a word
 */
export function languagesFor(
  text: string,
  declared: string,
  lexicon: Map<string, Language>,
): { likely: Language[]; other: Language[] } {
  const [base = ''] = declared.toLowerCase().split(/[-_]/)
  const page = ALIASES[base] ?? base
  const [, byScript = []] = scripts.find(([script]) => script.test(text)) ?? []
  const script = LOOKALIKES.has(page) ? [] : byScript.includes(page) ? [page] : byScript.slice(0, 1)
  const tags = [...new Set([...script, page, 'en'])]
  const likely = tags.flatMap(tag => lexicon.get(tag) ?? [])
  // Many templates declare English, whatever the shop writes. An accent shows that a name is not English; without one, a
  // "collar" would be a Spanish necklace.
  const isVague = page === 'en' ? /[^\0-\x7f‘’“”–—]/.test(text) : !lexicon.has(page)
  const other = [...lexicon]
    .filter(([tag]) => !tags.includes(tag) && !notLatin.has(tag))
    .map(([, language]) => language)
  return { likely, other: isVague && /\p{Script=Latin}/u.test(text) ? other : [] }
}
