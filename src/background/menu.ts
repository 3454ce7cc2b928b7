import browser from 'webextension-polyfill'
import { text } from '../i18n/text.ts'
import type { FrameAddress } from '../messages/send.ts'
import { everySite, matchPattern } from '../settings/match-pattern.ts'
import { askPage } from './ask-page.ts'

/** The entry for what the browser recognises as an image. */
const ASK = 'ask'
/** The entry for all other pictures, shown while the pointer is at one. */
const ASK_HERE = 'ask-here'

/** Hides an entry. An invisible entry whose context matches would still make the browser open a submenu. */
const nowhere = { visible: false, contexts: ['audio' as const] }

/** Adds "What garment is this?" to the menu of images. */
export async function addMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  const title = text('menu_ask')
  // Extensions cannot run scripts in the browser's own pages, so the entry is not offered there.
  browser.contextMenus.create({ id: ASK, title, contexts: ['image'], documentUrlPatterns: everySite })
  browser.contextMenus.create({ id: ASK_HERE, title, ...nowhere })
}

/** Shows or hides the entry for pictures that the browser does not recognise as such. */
export async function offerMenu(isHere: boolean, sender: browser.Runtime.MessageSender): Promise<void> {
  const page = isHere && sender.url && /^https?:/.test(sender.url) ? matchPattern(sender.url) : undefined
  // The pattern keeps other pages from inheriting the entry of a page that ends without notice.
  // No context but `all` matches a canvas.
  const here = page && { visible: true, contexts: ['all' as const], documentUrlPatterns: [page] }
  await browser.contextMenus.update(ASK_HERE, here || nowhere)
}

/** Answers at the image. `activeTab` allows the content script on any page where the user opens the menu. */
export async function answerMenu(info: browser.Menus.OnClickData, tab: browser.Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id
  if (tabId === undefined) return
  // `activeTab` does not cover frames of other sites: for their pictures the page itself shows the answer.
  await askIn({ tabId, frameId: info.frameId ?? 0 }, info).catch(() => askIn({ tabId, frameId: 0 }, info))
}

async function askIn(frame: FrameAddress, { menuItemId, srcUrl }: browser.Menus.OnClickData): Promise<void> {
  if (menuItemId === ASK_HERE) await askPage(frame, 'ask-here')
  else if (menuItemId === ASK && srcUrl) await askPage(frame, 'ask', { srcUrl })
}
