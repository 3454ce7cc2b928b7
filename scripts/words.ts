/** `npm run words`: writes src/words/lexicon.json from CLDR's names of emoji and the lists in scripts/words/lexicon/. */
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { StoredLexicon } from '../src/words/lexicon.ts'
import { root } from './paths.ts'
import { buildLanguage } from './words/build-language.ts'
import { fetchAnnotations, readAnnotations } from './words/read-annotations.ts'
import { readList } from './words/read-list.ts'

/** CLDR's locales of a language where they are not named like it. */
const locales: Record<string, string[]> = {
  nb: ['no'],
  zh: ['zh', 'zh-Hant'],
  pt: ['pt', 'pt-PT'],
  es: ['es', 'es-419'],
}
const lists = join(root, 'scripts/words/lexicon')

fetchAnnotations()
const lexicon: StoredLexicon = {}
for (const file of readdirSync(lists).sort()) {
  const tag = basename(file, '.txt')
  const language = buildLanguage(await readList(join(lists, file)), await readAnnotations(locales[tag] ?? [tag]))
  lexicon[tag] = language
  const sources = Object.values(language.words)
  const count = (source: 'cldr' | 'byHand') => sources.reduce((sum, words) => sum + (words[source]?.length ?? 0), 0)
  console.log(`${tag}  ${count('cldr')} words of CLDR, ${count('byHand')} added by hand`)
}
// A line for each language, so that a change shows where it is.
const lines = Object.entries(lexicon).map(([tag, language]) => `${JSON.stringify(tag)}: ${JSON.stringify(language)}`)
await writeFile(join(root, 'src/words/lexicon.json'), `{\n${lines.join(',\n')}\n}\n`)
