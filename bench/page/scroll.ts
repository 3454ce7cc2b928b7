import type { Page } from 'puppeteer'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import type { Bench } from './open-bench.ts'
import { shelfPage } from './shelf-page.ts'

const ROUNDS = 5
const COUNT = 1000

/** Frame rate while a long page scrolls, alternately with and without the extension. */
export async function measureScroll(bench: Bench): Promise<Figure[]> {
  const rates: { on: number[]; off: number[] } = { on: [], off: [] }
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of round % 2 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      const address = bench.shop.page(shelfPage(bench.shop.fresh(COUNT), COUNT))
      // The same server under another name, for which the extension is off.
      const page = await bench.open(kind === 'on' ? address : address.replace('127.0.0.1', 'localhost'))
      await page.waitForFunction(() => document.readyState === 'complete')
      if (kind === 'on') await page.waitForSelector(overlaySelector)
      rates[kind].push(await framesPerSecond(page))
      await page.close()
    }
  const share = median(rates.on) / median(rates.off)
  const list = (values: number[]) => values.map(value => value.toFixed(1)).join(' ')
  return [
    {
      what: `frames kept while ${COUNT} pictures are scrolled and answered`,
      seen: `${(100 * share).toFixed(1)} % (a second: ${list(rates.on)}, without: ${list(rates.off)})`,
      bar: '≥ 95 %',
      isMet: share >= 0.95,
    },
  ]
}

/** Scrolls for five seconds, a screen in about half a second. @returns frames per second */
function framesPerSecond(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let frames = 0
        let start = 0
        const step = (now: number) => {
          start ||= now
          frames++
          scrollTo(0, (now - start) * 1.6)
          if (now - start < 5000) requestAnimationFrame(step)
          else resolve((1000 * (frames - 1)) / (now - start))
        }
        requestAnimationFrame(step)
      }),
  )
}
