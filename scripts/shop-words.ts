/**
 * Writes the word lists of shop detection from the translations of others; docs/decisions.md says which, and how to get them:
 * `npx tsx scripts/shop-words.ts OSCAR CLDR OSM`, with the folders of django-oscar's locales, of cldr-units-full and of
 * id-tagging-schema.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.ts'
import { currencyCodes, currencyNames, currencySigns } from './shop-words/currencies.ts'
import { oscarTranslations } from './shop-words/oscar.ts'
import { periods } from './shop-words/periods.ts'
import { tradeNames } from './shop-words/trades.ts'
import { wordList } from './shop-words/word-list.ts'

const [oscar, cldr, osm] = process.argv.slice(2)
if (!oscar || !cldr || !osm) throw new Error('Usage: npx tsx scripts/shop-words.ts OSCAR CLDR OSM')

const folder = join(root, 'src/page/features/shop/words')
const shopSoftware = {
  basketNames: ['Basket'],
  basketLinks: ['View basket', 'Basket total', 'Your basket is empty.'],
  basketButtons: ['Add to basket', 'Move to basket', 'Move to Basket'],
  orderButtons: ['Place order', 'Checkout now', 'Proceed to checkout'],
}

write(
  'shop-software.ts',
  'What django-oscar 4.2.1 (BSD-3-Clause) calls things in its languages, separated by bars.',
  Object.entries(shopSoftware).map(([name, texts]) => [name, wordList(oscarTranslations(oscar, texts))]),
)
const codes = currencyCodes()
write('currencies.ts', "Currencies as the CLDR (Unicode-3.0) of Node's Intl writes them, separated by bars.", [
  ['codes', codes.around],
  ['codesAfter', codes.after],
  ['signs', currencySigns()],
  ['names', wordList(currencyNames())],
])
write('periods.ts', 'Periods that a price may be for, from CLDR 48 (Unicode-3.0), separated by bars.', [
  ['periodWords', wordList(periods(cldr))],
])
write('trade-names.ts', 'Names of trades from id-tagging-schema 6.19.2 of OpenStreetMap (ISC).', [
  ['tradeNames', wordList(tradeNames(osm))],
])

function write(file: string, about: string, lists: [string, unknown][]): void {
  const path = join(folder, file)
  const text = lists.map(([name, list]) => `export const ${name} = ${JSON.stringify(list)}`).join('\n\n')
  writeFileSync(path, `/** ${about} Written by scripts/shop-words.ts. */\n\n${text}\n`)
  execFileSync('npx', ['biome', 'format', '--write', path], { cwd: root })
}
