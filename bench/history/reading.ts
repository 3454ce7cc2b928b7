import type { Query } from '../../src/history/search/query.ts'
import type { Sort } from '../../src/history/search/sort.ts'
import type { Figure } from '../figure.ts'
import { timesFigure, workFigures } from './figures.ts'
import type { Watched } from './main.ts'
import type { HistoryBench } from './open-bench.ts'

/** Milliseconds. */
const BARS = { search: 50, similar: 50 }
const OPENINGS = 3
const ROUNDS = 25

const searches: [string, Query, Sort][] = [
  ['everything, newest first', {}, 'newest'],
  ['everything, by site', {}, 'site'],
  ['a class, surest first', { garments: ['Hat'] }, 'surest'],
  ['a kind and a class', { kinds: ['Boot'], garments: ['Hat'] }, 'newest'],
  ['two words', { words: 'red sho' }, 'newest'],
  ['a word that is nowhere', { words: 'zzz' }, 'newest'],
  ['a word in Japanese', { words: '腕時計' }, 'oldest'],
  ['class, site and colour', { garments: ['Shoes'], sites: ['shop-1.example'], colours: ['blue'] }, 'garment'],
]

/** Time to open the history, to search it and to find similar tags. */
export async function measureReading({ page }: HistoryBench): Promise<Figure[]> {
  const opened: { first: Watched; all: Watched; similar: Watched }[] = []
  for (let round = 0; round < OPENINGS; round++) {
    await page.reload()
    const first = await page.evaluate(() => historyBench.firstScreen())
    const all = await page.evaluate(() => historyBench.load())
    opened.push({ first, all, similar: await page.evaluate(() => historyBench.loadSimilar()) })
  }
  const figures = [
    ...workFigures(
      'first screen, read',
      opened.map(({ first }) => first),
    ),
    ...workFigures(
      'all facts, read for search',
      opened.map(({ all }) => all),
    ),
    ...workFigures(
      'all embeddings, read',
      opened.map(({ similar }) => similar),
    ),
  ]
  for (const [what, query, sort] of searches) {
    const times = await page.evaluate((...search) => historyBench.search(...search), query, sort, ROUNDS)
    figures.push(timesFigure(`search: ${what}`, times, BARS.search))
  }
  const rows = await page.evaluate(rounds => historyBench.rows(rounds), ROUNDS)
  figures.push(timesFigure('rows of a screen with thumbnails, read', rows))
  for (const [what, query] of [
    ['all', {}],
    ['of a colour', { colours: ['blue'] }],
  ] satisfies [string, Query][]) {
    const times = await page.evaluate((...search) => historyBench.similar(...search), query as Query, ROUNDS)
    figures.push(timesFigure(`similar: ${what}`, times, BARS.similar))
  }
  const outfits = await page.evaluate(rounds => historyBench.outfits(rounds), ROUNDS)
  figures.push(timesFigure('outfit: three pieces of each class', outfits))
  return figures
}
