import type { Page } from 'puppeteer'
import { type BrowserOptions, type Launched, launch } from '../../../scripts/drive/launch.ts'
import { popupUrl, switchOn } from '../../../scripts/drive/popup.ts'
import { openTestShop, type TestShop } from '../../shop/open-test-shop.ts'

/** A browser with the extension, and a shop to visit. */
export interface Session extends Launched {
  shop: TestShop
  /** Opens a page of the shop in a tab of its own; by another of the shop's hosts where one is given. */
  visit(html: string, origin?: string): Promise<Page>
  /** The popup as a tab: an extension page that stays open. */
  openOwnPage(): Promise<Page>
  close(): Promise<void>
}

/** Starts a headless browser with a new profile, unless told otherwise, and opens a shop. */
export async function openSession(options: Omit<BrowserOptions, 'headless'> = {}): Promise<Session> {
  const shop = await openTestShop()
  const launched = await launch({ headless: true, ...options })
  // It would come to the front at any time.
  await launched.welcome?.close()
  const open = async (url: string) => {
    const page = await launched.browser.newPage()
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return page
  }
  return {
    ...launched,
    shop,
    visit: (html, origin = shop.origin) => open(shop.page(html).replace(shop.origin, origin)),
    openOwnPage: () => open(popupUrl(launched.extensionId)),
    close: async () => {
      await launched.browser.close()
      shop.close()
    },
  }
}

/** Starts one in which the shop is switched on: its pages get badges. */
export async function openBadgedSession(): Promise<Session> {
  const session = await openSession()
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  return session
}
