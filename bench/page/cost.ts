import { readBadges } from '../../scripts/drive/overlay.ts'
import { isOnScreen, picturesOf, untilAnswered } from './answered.ts'
import type { Bench } from './open-bench.ts'
import { countOverlay } from './overlay-nodes.ts'
import type { Figure } from './report-line.ts'
import { shelfPage } from './shelf-page.ts'
import { costOf } from './trace.ts'

const HEIGHT = 900

/** What the content script costs on long pages: until all on screen is answered and half a minute of the rest. */
export async function measureCost(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of [1000, 5000]) {
    const address = bench.shop.page(shelfPage(bench.shop.fresh(count), count))
    const page = await bench.browser.newPage()
    const cost = await costOf(page, async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 120_000 })
      const onScreen = (await picturesOf(bench.own, page)).filter(picture => isOnScreen(picture, HEIGHT)).length
      await untilAnswered(bench.own, page, onScreen + 100)
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
        bar: 'as many',
        isMet: nodes === badges.length,
      },
    )
    await page.close()
  }
  return figures
}
