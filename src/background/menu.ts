import browser from 'webextension-polyfill'
import { text } from '../i18n/text.ts'
import type { ToPage } from '../messages/page.ts'
import { everySite, matchPattern } from '../settings/match-pattern.ts'
import { askPage } from './ask-page.ts'

/** For what the browser takes for an image. */
const ASK = 'ask'
/** For all other pictures: shown while the pointer is at one. */
const ASK_HERE = 'ask-here'

/** Two entries for one click are folded into a menu of their own, even where one is hidden: it must not fit either. */
const nowhere = { visible: false, contexts: ['audio' as const] }

/** Adds "What garment is this?" to the menu of images. */
export async function addMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  const title = text('menu_ask')
  // The browser lets no extension into its own pages, so nothing is promised there.
  browser.contextMenus.create({ id: ASK, title, contexts: ['image'], documentUrlPatterns: everySite })
  browser.contextMenus.create({ id: ASK_HERE, title, ...nowhere })
}

/** Shows the entry for pictures that the browser does not take for one, or hides it. */
export async function offerMenu(isHere: boolean, sender: browser.Runtime.MessageSender): Promise<void> {
  const page = isHere && sender.url && /^https?:/.test(sender.url) ? matchPattern(sender.url) : undefined
  // A page that ends without a word must not leave its entry to others.
  // Nothing less than `all` is there for a canvas.
  const here = page && { visible: true, contexts: ['all' as const], documentUrlPatterns: [page] }
  await browser.contextMenus.update(ASK_HERE, here || nowhere)
}

/** Shows the answer at the image; `activeTab` lets the content script in on any page that the person clicks. */
export async function answerMenu(info: browser.Menus.OnClickData, tab: browser.Tabs.Tab | undefined): Promise<void> {
  const message = questionOf(info)
  const tabId = tab?.id
  if (!message || tabId === undefined) return
  // `activeTab` covers the page but not a frame of another site: for such a picture the page itself shows the answer.
  await askPage(tabId, info.frameId ?? 0, message).catch(() => askPage(tabId, 0, message))
}

function questionOf({ menuItemId, srcUrl }: browser.Menus.OnClickData): ToPage | undefined {
  if (menuItemId === ASK_HERE) return { to: 'page', type: 'ask-here' }
  return menuItemId === ASK && srcUrl ? { to: 'page', type: 'ask', srcUrl } : undefined
}
