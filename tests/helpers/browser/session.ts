import type { Browser, Page } from 'puppeteer'
import { PATIENCE_MS } from '../../../scripts/drive/eventually.ts'
import { type BrowserOptions, type Launched, launch } from '../../../scripts/drive/launch.ts'
import { popupUrl, switchOn } from '../../../scripts/drive/popup.ts'
import { openTestShop, type TestShop } from '../../shop/open-test-shop.ts'

/** A browser with the extension, and a shop to visit. */
export interface Session extends Launched {
  shop: TestShop
  /** Opens an empty tab, by default in front. */
  newPage: Browser['newPage']
  /** Opens a page of the shop in a new tab. @param origin another host of the shop */
  visit(html: string, origin?: string): Promise<Page>
  /** Opens the popup as a tab: an extension page that stays open. */
  openOwnPage(): Promise<Page>
  close(): Promise<void>
}

/** Opens a shop and starts a headless browser, by default with a new profile. */
export async function openSession(options: Omit<BrowserOptions, 'headless'> = {}): Promise<Session> {
  const shop = await openTestShop()
  const launched = await launch({ headless: true, ...options })
  // It could come to the front at any time.
  await launched.welcome?.close()
  const newPage: Browser['newPage'] = async options => {
    const page = await launched.browser.newPage(options)
    page.setDefaultTimeout(PATIENCE_MS)
    return page
  }
  const open = async (url: string) => {
    const page = await newPage()
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return page
  }
  return {
    ...launched,
    shop,
    newPage,
    visit: (html, origin = shop.origin) => open(shop.page(html).replace(shop.origin, origin)),
    openOwnPage: () => open(popupUrl(launched.extensionId)),
    close: async () => {
      await launched.browser.close()
      shop.close()
    },
  }
}

/** Opens a session in which the shop is switched on, so that its pages get badges. */
export async function openBadgedSession(): Promise<Session> {
  const session = await openSession()
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  return session
}
