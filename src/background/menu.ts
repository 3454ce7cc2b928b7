import browser from 'webextension-polyfill'
import { text } from '../i18n/text.ts'
import type { FrameAddress } from '../messages/send.ts'
import { everySite, matchPattern } from '../settings/match-pattern.ts'
import { askPage } from './ask-page.ts'
import { showBarred } from './show-barred.ts'

/** The entries for what the browser recognises as an image, and those for all other pictures, shown while the pointer is at one. */
const entries = [
  { id: 'ask', hereId: 'ask-here', title: 'menu_ask' },
  { id: 'show-worn', hereId: 'show-worn-here', title: 'menu_worn' },
] as const

/** The entry for teaching from several pictures of the page. */
const CHOOSE = 'choose'

/** The entry for videos. */
const FOLLOW = 'follow'

/** The entry for marking a part of the page. */
const MARK = 'mark'

/** Hides an entry. An invisible entry whose context matches would still make the browser open a submenu. */
const nowhere = { visible: false, contexts: ['audio' as const] }

/** Adds the entries for pictures, for pages and for the extension's button. */
export async function addMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  // Extensions cannot run scripts in the browser's own pages, so the entries are not offered there.
  const documentUrlPatterns = [...everySite, 'file:///*']
  for (const { id, hereId, title } of entries) {
    browser.contextMenus.create({ id, title: text(title), contexts: ['image'], documentUrlPatterns })
    browser.contextMenus.create({ id: hereId, title: text(title), ...nowhere })
  }
  // In the menu of the extension's button: it is about the page and not about a picture.
  browser.contextMenus.create({ id: CHOOSE, title: text('choose_menu'), contexts: ['action'] })
  // Also in that menu, because many players cover their video with something else.
  browser.contextMenus.create({
    id: FOLLOW,
    title: text('follow_menu'),
    contexts: ['video', 'action'],
    documentUrlPatterns,
  })
  // The browser takes `page` for what is neither a picture nor a link, a field or a selection.
  browser.contextMenus.create({
    id: MARK,
    title: text('region_menu'),
    contexts: ['page', 'action'],
    documentUrlPatterns,
  })
}

/** Shows or hides the entries for pictures that the browser does not recognise as such. */
export async function offerMenu(isHere: boolean, sender: browser.Runtime.MessageSender): Promise<void> {
  const page = isHere && sender.url && /^https?:/.test(sender.url) ? matchPattern(sender.url) : undefined
  // The pattern keeps other pages from inheriting the entry of a page that ends without notice.
  // No context but `all` matches a canvas.
  const here = page && { visible: true, contexts: ['all' as const], documentUrlPatterns: [page] }
  await Promise.all(entries.map(({ hereId }) => browser.contextMenus.update(hereId, here || nowhere)))
}

/**
 * Answers at the image. `activeTab` allows the content script on most pages where the user opens the menu; of the others, such
 * as the extension store and files, a window says that nothing can be done there.
 */
export async function answerMenu(info: browser.Menus.OnClickData, tab: browser.Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id ?? browser.tabs.TAB_ID_NONE
  const { frameId = 0, srcUrl, menuItemId } = info
  if (menuItemId === CHOOSE) return choosePictures(tabId)
  if (menuItemId === MARK) return markRegion(tabId)
  if (menuItemId === FOLLOW) return followVideo({ tabId, frameId })
  const entry = entries.find(({ id, hereId }) => id === menuItemId || hereId === menuItemId) ?? entries[0]
  try {
    await askIn({ tabId, frameId }, entry, srcUrl)
  } catch {
    // `activeTab` does not cover frames of other sites: for their pictures the page itself shows the answer.
    await askIn({ tabId, frameId: 0 }, entry, srcUrl, frameId !== 0).catch(showBarred)
  }
}

/** Lets the user choose pictures of a tab to teach from, or says that the page allows no script. */
export async function choosePictures(tabId: number): Promise<void> {
  await askPage({ tabId, frameId: 0 }, 'choose-pictures').catch(showBarred)
}

/** Lets the user mark a part of a tab to ask what it shows, or says that the page allows no script. */
export async function markRegion(tabId: number): Promise<void> {
  await askPage({ tabId, frameId: 0 }, 'mark-region').catch(showBarred)
}

/** Follows a video, or says in the page why it cannot be followed, or that the page allows no script. */
async function followVideo(frame: FrameAddress): Promise<void> {
  try {
    await askPage(frame, 'follow-video', { isElsewhere: false })
  } catch {
    await askPage({ ...frame, frameId: 0 }, 'follow-video', { isElsewhere: frame.frameId !== 0 }).catch(showBarred)
  }
}

/** The browser gives no URL for what it does not recognise as an image, and for very long `data:` URLs. */
async function askIn(
  frame: FrameAddress,
  { id, hereId }: (typeof entries)[number],
  srcUrl: string | undefined,
  isElsewhere = false,
): Promise<void> {
  if (srcUrl) await askPage(frame, id, { srcUrl, isElsewhere })
  else await askPage(frame, hereId)
}
