import type { Page } from 'puppeteer'
import { eventually, PATIENCE_MS } from '../../../scripts/drive/eventually.ts'
import { type FirefoxOptions, type LaunchedFirefox, launchFirefox } from '../../../scripts/firefox/launch.ts'
import { openFirefoxPage } from '../../../scripts/firefox/own-page.ts'
import { switchOnInFirefox } from '../../../scripts/firefox/popup.ts'
import { openTestShop, type TestShop } from '../../shop/open-test-shop.ts'
import { readFirefoxBadges } from './overlay.ts'

/** A Firefox with the extension, and a shop to visit. */
export interface FirefoxSession extends LaunchedFirefox {
  shop: TestShop
  /** Opens a page of the shop in a new tab in front. */
  visit(html: string): Promise<Page>
  /** Opens a page of the extension in a new tab. @param name its folder, such as `popup` */
  openOwnPage(name: string): Promise<Page>
  /** Opens the popup in a tab behind a page, which it then is about, as in its own panel. Puppeteer does not see that. */
  openPopupBehind(page: Page): Promise<Page>
  close(): Promise<void>
}

interface SessionOptions extends Omit<FirefoxOptions, 'headless'> {
  /** A shop that outlives the session. By default there is a new one. */
  shop?: TestShop
}

/** Opens a shop and starts a headless Firefox, by default with a new profile. */
export async function openFirefoxSession({ shop: given, ...options }: SessionOptions = {}): Promise<FirefoxSession> {
  const shop = given ?? (await openTestShop())
  const launched = await launchFirefox({ headless: true, ...options })
  const { browser } = launched
  const openOwn = async (path: string, isBehind: boolean) => {
    const page = await openFirefoxPage(launched, `src/${path}/index.html`, isBehind)
    page.setDefaultTimeout(PATIENCE_MS)
    return page
  }
  return {
    ...launched,
    shop,
    visit: async html => {
      const page = await browser.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await page.goto(shop.page(html), { waitUntil: 'domcontentloaded' })
      return page
    },
    openOwnPage: path => openOwn(path, false),
    openPopupBehind: async page => {
      await page.bringToFront()
      return openOwn('popup', true)
    },
    close: async () => {
      await browser.close()
      if (!given) shop.close()
    },
  }
}

/** Switches badges on for the page's site, and waits for as many badges as it has images. */
export async function switchSiteOn(session: FirefoxSession, page: Page): Promise<void> {
  await switchOnInFirefox(session, page)
  const { length } = await page.$$('img')
  await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === length,
  )
}
