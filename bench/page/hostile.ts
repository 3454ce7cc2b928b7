import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { type Cost, costOf } from '../../scripts/drive/trace.ts'
import { crowds, floods, newUrlInEachFrame } from '../../tests/shop/hostile-pages.ts'
import type { Figure } from '../figure.ts'
import { pictureAt } from './bench-shop.ts'
import type { Bench } from './open-bench.ts'

/** Bounds on the content script's processor time. */
const TASK_MS = 150
const TEN_THOUSAND_CHANGES_MS = 500

/** What the content script costs on hostile pages: its longest task, and all of it where a page changes endlessly. */
export async function measureHostile(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  const picture = pictureAt(bench.shop.fresh(1))
  for (const [name, html] of Object.entries(floods(picture))) {
    const { longest, total } = await costOfPage(bench, html, 'changes > 10_000')
    figures.push(
      figureOf(`hostile page, ${name} changing, longest task`, longest, TASK_MS),
      figureOf(`hostile page, ${name} changing, 10,000 changes`, total, TEN_THOUSAND_CHANGES_MS),
    )
  }
  const pages = { ...crowds(picture), 'new URL in each frame': newUrlInEachFrame }
  for (const [name, html] of Object.entries(pages)) {
    const isAnimated = html.includes('frameCount')
    const { longest } = await costOfPage(bench, html, isAnimated ? 'frameCount > 100' : 'true')
    figures.push(figureOf(`hostile page, ${name}, longest task`, longest, TASK_MS))
  }
  return figures
}

/** @param end expression that is true in the page once enough has happened */
async function costOfPage(bench: Bench, html: string, end: string): Promise<Cost> {
  const own = `<!doctype html><html lang="en"><title>Hostile</title>
    <style>img { width: 200px; height: 200px; margin: 10px }</style>
    <img src="${pictureAt(bench.shop.fresh(1))}" alt="">`
  const page = await bench.browser.newPage()
  const cost = await costOf(page, async () => {
    await page.goto(bench.shop.page(own + html), { waitUntil: 'domcontentloaded' })
    await page.waitForSelector(overlaySelector)
    await page.waitForFunction(end)
  })
  await page.close()
  return cost
}

function figureOf(what: string, milliseconds: number, bar: number): Figure {
  return { what, seen: `${milliseconds.toFixed(1)} ms`, bar: `< ${bar} ms`, isMet: milliseconds < bar }
}
