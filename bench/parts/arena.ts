import type { Page } from 'puppeteer'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { benchDist } from '../../scripts/paths.ts'
import type { Name } from '../network/competitors.ts'

/** A competitor in a page of its own, so that none finds what another has set up. */
export interface Lane {
  name: Name
  batch: 1 | 8
  /** Milliseconds from nothing to the first answer. */
  cold: number
  /** By how much its logits are off PyTorch's at most. */
  off: number
  /** Milliseconds of each of so many runs. */
  run(count: number): Promise<number[]>
}

/** Opens a browser with the benchmark's pages, does the work and closes it. */
export async function inBrowser<T>(args: string[], work: (launched: Launched) => Promise<T>): Promise<T> {
  const launched = await launch({ headless: true, extension: benchDist, args })
  try {
    await launched.welcome?.close()
    return await work(launched)
  } finally {
    await launched.browser.close()
  }
}

/** A page of the extension for benchmarks. */
export async function openOwn({ browser, extensionId }: Launched): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  // The compiler keeps the names of functions by a call that pages do not know.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${extensionId}/bench/network/index.html`)
  await page.waitForFunction(() => 'arena' in globalThis)
  return page
}

/** Starts a competitor. */
export async function openLane(launched: Launched, name: Name, batch: 1 | 8): Promise<Lane> {
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
