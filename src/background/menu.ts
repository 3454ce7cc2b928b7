import browser from 'webextension-polyfill'
import type { ToPage } from '../messages.ts'
import { text } from '../platform/text.ts'
import { askPage } from './ask-page.ts'

const ASK = 'ask'

/** Adds "What garment is this?" to the menu of images. */
export async function addMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: ASK,
    title: text('menu_ask'),
    contexts: ['image'],
    // The browser lets no extension into its own pages, so nothing is promised there.
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  })
}

/** Shows the answer at the image; `activeTab` lets the content script in on any page that the person clicks. */
export async function answerMenu(info: browser.Menus.OnClickData, tab: browser.Tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId !== ASK || !info.srcUrl || tab?.id === undefined) return
  const message: ToPage = { to: 'page', type: 'ask', srcUrl: info.srcUrl }
  const { frameId = 0 } = info
  // `activeTab` covers the page but not a frame of another site: for such a picture the page itself shows the answer.
  await askPage(tab.id, frameId, message).catch(() => askPage(tab.id as number, 0, message))
}
