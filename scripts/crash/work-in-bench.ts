import type { Launched } from '../drive/launch.ts'
import type { Fate } from './confirmed.ts'

/** More tags than can be written before the browser is killed. */
const STEP = 1_000_000

/** Saves, deletes and restores tags in the benchmarks' page as fast as possible, until the browser is killed. */
export async function workInBench(
  { browser, extensionId }: Launched,
  round: number,
  thumbnails: string[],
  confirm: (fate: Fate, id: string) => void,
): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`chrome-extension://${extensionId}/bench/history/index.html`)
  await page.waitForFunction(() => 'historyBench' in globalThis)
  await page.exposeFunction('confirmDone', confirm)
  await page.evaluate(
    (from, thumbnails) => {
      const { confirmDone } = globalThis as unknown as { confirmDone(fate: Fate, id: string): void }
      void historyBench.work(from, thumbnails, confirmDone)
    },
    round * STEP,
    thumbnails,
  )
}
