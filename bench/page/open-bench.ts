import type { CDPSession, Page } from 'puppeteer'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { benchDist } from '../../scripts/paths.ts'
import { type BenchShop, openBenchShop } from './bench-shop.ts'
import { shelfPage } from './shelf-page.ts'

/** A browser with a warm host, in which the shop is switched on. */
export interface Bench extends Launched {
  shop: BenchShop
  /** A page of the extension that does nothing by itself. It shares a thread with the inference host. */
  own: Page
  open(url: string): Promise<Page>
  /** A debugger session of the inference host. */
  host(): Promise<CDPSession>
  close(): Promise<void>
}

/** Opens the browser, switches the shop on and has the host answer some pictures. */
async function openBench(extension: string): Promise<Bench> {
  const shop = await openBenchShop()
  const launched = await launch({ headless: true, extension, followRequests: false })
  await launched.welcome?.close()
  const open = async (url: string) => {
    const page = await launched.browser.newPage()
    // tsx keeps function names through a helper that pages lack.
    await page.evaluateOnNewDocument('globalThis.__name = named => named')
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return page
  }
  const warm = await open(shop.page(shelfPage(shop.fresh(30), 30)))
  await switchOn(launched, warm)
  await warm.waitForSelector(overlaySelector)
  const own = await open(`chrome-extension://${launched.extensionId}/bench/network/index.html`)
  await warm.close()
  return {
    ...launched,
    shop,
    own,
    open,
    host: async () => {
      const target = await launched.browser.waitForTarget(target => target.url().includes('/inference/index.html'))
      return target.createCDPSession()
    },
    close: async () => {
      await launched.browser.close()
      shop.close()
    },
  }
}

/**
 * Opens a browser, does the work in it and closes it.
 * @param extension folder of a build with the pages of the benchmarks
 */
export async function withBench<T>(work: (bench: Bench) => Promise<T>, extension = benchDist): Promise<T> {
  const bench = await openBench(extension)
  try {
    return await work(bench)
  } finally {
    await bench.close()
  }
}
