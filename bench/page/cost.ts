import { readBadges } from '../../scripts/drive/overlay.ts'
import { costOf } from '../../scripts/drive/trace.ts'
import type { Figure } from '../figure.ts'
import { followAnswers } from './answered.ts'
import type { Bench } from './open-bench.ts'
import { countOverlay } from './overlay-nodes.ts'
import { shelfPage } from './shelf-page.ts'

/** Enough for the pictures on screen, those near it, and some of the rest. */
const ANSWERS = 150

/** What the content script costs on long pages, from page load until the first pictures are answered. */
export async function measureCost(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of [1000, 5000]) {
    const address = bench.shop.page(shelfPage(bench.shop.fresh(count), count))
    const answers = await followAnswers(bench.own)
    const page = await bench.browser.newPage()
    const cost = await costOf(page, async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 120_000 })
      await answers.until(ANSWERS)
    })
    const badges = await readBadges(page)
    const nodes = await countOverlay(page)
    const isBar = count === 1000
    figures.push(
      {
        what: `content script on ${count} pictures, all of it`,
        seen: `${cost.total.toFixed(0)} ms`,
        bar: isBar ? '< 300 ms' : '–',
        ...(isBar && { isMet: cost.total < 300 }),
      },
      {
        what: `content script on ${count} pictures, longest task`,
        seen: `${cost.longest.toFixed(1)} ms`,
        bar: '≤ 50 ms',
        isMet: cost.longest <= 50,
      },
      {
        what: `overlay on ${count} pictures`,
        seen: `${nodes} nodes, ${badges.length} badges on screen`,
        bar: 'one node a badge',
        isMet: nodes === badges.length,
      },
    )
    await page.close()
  }
  return figures
}
