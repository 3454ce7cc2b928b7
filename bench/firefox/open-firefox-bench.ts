import type { Page } from 'puppeteer'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { type LaunchedFirefox, launchFirefox } from '../../scripts/firefox/launch.ts'
import { openFirefoxPage } from '../../scripts/firefox/own-page.ts'
import { switchOnInFirefox } from '../../scripts/firefox/popup.ts'
import { firefoxBenchDist } from '../../scripts/paths.ts'
import type { BenchShop } from '../page/bench-shop.ts'
import { shelfPage } from '../page/shelf-page.ts'

/** A Firefox with a warm host, in which the shop is switched on. */
export interface FirefoxBench extends LaunchedFirefox {
  /** A page of the extension that does nothing by itself. */
  own: Page
}

/** Opens Firefox, switches the shop on and warms the host up with some pictures. */
export async function openFirefoxBench(shop: BenchShop): Promise<FirefoxBench> {
  const launched = await launchFirefox({ headless: true, extension: firefoxBenchDist })
  const warm = await launched.browser.newPage()
  await warm.goto(shop.page(shelfPage(shop.fresh(30), 30)), { waitUntil: 'domcontentloaded' })
  await switchOnInFirefox(launched, warm)
  await warm.waitForSelector(overlaySelector)
  const own = await openFirefoxPage(launched, 'bench/network/index.html')
  // tsx keeps function names through a helper that pages lack.
  await own.evaluate('globalThis.__name = named => named')
  await warm.close()
  return { ...launched, own }
}
