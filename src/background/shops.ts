import browser from 'webextension-polyfill'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import { askPage } from './ask-page.ts'

/** Whether the page of a tab is a shop, and why; undefined if the browser allows no script. */
export function explainShop(tabId: number = browser.tabs.TAB_ID_NONE): Promise<ShopVerdict | undefined> {
  return askPage({ tabId, frameId: 0 }, 'explain-shop').catch(() => undefined)
}

/** Starts badging the top frame of a tab, injecting the content script first, or stops it. */
export async function reportShop(isShop: boolean, tabId: number = browser.tabs.TAB_ID_NONE): Promise<void> {
  // The tab may show another page by now.
  await askPage({ tabId, frameId: 0 }, 'found-shop', { isShop }).catch(() => undefined)
}
