import type { Page } from 'puppeteer'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { benchDist } from '../../scripts/paths.ts'
import type { Name } from '../network/competitors.ts'

/** A competitor in a page of its own, so that none reuses another's setup. */
export interface Runner {
  name: Name
  batch: 1 | 8
  /** Milliseconds from a fresh page to the first answer. */
  cold: number
  /** Largest difference of its logits from PyTorch's. */
  off: number
  /** Runs it several times. @returns milliseconds of each run */
  run(count: number): Promise<number[]>
}

/** Opens a browser with the benchmark pages, does the work and closes it. @param extension folder of the build */
export async function inBrowser<T>(
  args: string[],
  work: (launched: Launched) => Promise<T>,
  extension = benchDist,
): Promise<T> {
  const launched = await launch({ headless: true, extension, args })
  try {
    await launched.welcome?.close()
    return await work(launched)
  } finally {
    await launched.browser.close()
  }
}

/** Opens the extension's benchmark page. */
export async function openOwn({ browser, extensionId }: Launched): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  // tsx keeps function names through a helper that pages lack.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${extensionId}/bench/network/index.html`)
  await page.waitForFunction(() => 'arena' in globalThis)
  return page
}

/** Opens a page and starts a competitor in it. */
export async function openRunner(launched: Launched, name: Name, batch: 1 | 8): Promise<Runner> {
  const page = await openOwn(launched)
  const { milliseconds, off } = await page.evaluate((name, batch) => arena.open(name, batch), name, batch)
  return {
    name,
    batch,
    cold: milliseconds,
    off,
    run: async count => {
      await page.bringToFront()
      return page.evaluate(count => arena.run(count), count)
    },
  }
}
