import type { CDPSession, Page } from 'puppeteer'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { benchDist } from '../../scripts/paths.ts'
import { type BenchShop, openBenchShop } from './bench-shop.ts'
import { shelfPage } from './shelf-page.ts'

/** A browser whose host is warm and for which the shop is switched on. */
export interface Bench extends Launched {
  shop: BenchShop
  /** A page of the extension that does nothing by itself: it shares a thread with the inference host. */
  own: Page
  open(url: string): Promise<Page>
  /** A line to the inference host's debugger. */
  host(): Promise<CDPSession>
  close(): Promise<void>
}

/** Opens the browser, switches the shop on and has the host answer some pictures. */
async function openBench(): Promise<Bench> {
  const shop = await openBenchShop()
  const launched = await launch({ headless: true, extension: benchDist, followRequests: false })
  await launched.welcome?.close()
  const open = async (url: string) => {
    const page = await launched.browser.newPage()
    // The compiler keeps the names of functions by a call that pages do not know.
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

/** Opens it, does the work and closes it. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await openBench()
  try {
    return await work(bench)
  } finally {
    await bench.close()
  }
}
