import { defaults } from '../../src/settings/schema.ts'
import { drawThumbnails } from '../history/open-bench.ts'
import type { Bench } from '../page/open-bench.ts'

/** Fills the history to its limit, so that each new tag makes the oldest go. */
export async function fillHistory({ browser, extensionId }: Bench): Promise<void> {
  const page = await browser.newPage()
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${extensionId}/bench/history/index.html`)
  await page.waitForFunction(() => 'historyBench' in globalThis)
  await page.evaluate((...tags) => historyBench.fill(...tags), 0, defaults.retention, await drawThumbnails())
  await page.close()
}
