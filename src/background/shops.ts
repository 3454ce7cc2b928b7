import browser from 'webextension-polyfill'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import { askPage } from './ask-page.ts'

/** Whether the page of a tab is a shop, and why; undefined where the browser allows no script. */
export async function explainShop(tabId: number = browser.tabs.TAB_ID_NONE): Promise<ShopVerdict | undefined> {
  const verdict = await askPage(tabId, 0, { to: 'page', type: 'explain-shop' }).catch(() => undefined)
  return verdict as ShopVerdict | undefined
}

/** Starts badging the top frame of a tab, injecting the content script first, or stops it. */
export async function reportShop(isShop: boolean, tabId: number = browser.tabs.TAB_ID_NONE): Promise<void> {
  // The tab may show another page by now.
  await askPage(tabId, 0, { to: 'page', type: 'found-shop', isShop }).catch(() => undefined)
}
