import type { Figure } from '../figure.ts'
import { followAnswers } from './answered.ts'
import type { Bench } from './open-bench.ts'
import { shelfPage } from './shelf-page.ts'

const TABS = 20
const COUNT = 50

/** How soon the tab in front gets its answers while twenty tabs of a shop are open. */
export async function measureTabs(bench: Bench): Promise<Figure[]> {
  const address = () => bench.shop.page(shelfPage(bench.shop.fresh(COUNT), COUNT))
  const alone = await timeOf(bench, address())
  const pages = []
  for (let i = 1; i < TABS; i++) pages.push(await bench.open(address()))
  const among = await timeOf(bench, address())
  const answers = await followAnswers(bench.own)
  const [behind] = pages
  const before = Date.now()
  await behind?.bringToFront()
  const [tenth = Number.NaN] = (await answers.until(10)).slice(9)
  for (const page of pages) await page.close()
  return [
    {
      what: `all ${COUNT} answers of the tab in front of ${TABS}, against one tab alone`,
      seen: `${among.toFixed(0)} ms, ${alone.toFixed(0)} ms`,
      bar: '–',
    },
    { what: 'first 10 answers of a tab that comes to the front', seen: `${(tenth - before).toFixed(0)} ms`, bar: '–' },
  ]
}

/** Milliseconds from opening a page until all its pictures are answered. */
async function timeOf(bench: Bench, address: string): Promise<number> {
  const answers = await followAnswers(bench.own)
  const start = Date.now()
  const page = await bench.open(address)
  const times = await answers.until(COUNT)
  await page.close()
  return (times.at(-1) ?? Number.NaN) - start
}
