import type { Page } from 'puppeteer'
import { eventually } from './eventually.ts'
import { press, readBadges, readOverlay } from './overlay.ts'

/** Rests the pointer on the first badge of a page until it opens, and presses *Right* or *Not right?*. */
export async function pressOnBadge(page: Page, says: 'right' | 'wrong'): Promise<void> {
  await page.bringToFront()
  const [badge] = await eventually(
    () => readBadges(page),
    badges => badges.length > 0,
  )
  if (!badge) throw new Error('There is no badge.')
  // From outside, so that the pointer moves even if it is there already.
  await page.mouse.move(badge.x + badge.width + 300, badge.y + 400)
  await page.mouse.move(badge.x + 4, badge.y + 4)
  await untilShown(page, `[data-says="${says}"]`)
  await press(page, `[data-says="${says}"]`)
}

/** Resolves when the overlay shows an element. */
export async function untilShown(page: Page, selector: string): Promise<void> {
  await eventually(
    () => readOverlay(page, selector),
    found => found.length > 0,
  )
}

/** Resolves when a card says that its answer is the user's own. */
export async function untilTold(page: Page): Promise<void> {
  await untilShown(page, '.card .undo')
}

/** Opens the mode in which several pictures are chosen. @param own any page of the extension */
export async function choosePictures(own: Page, page: Page): Promise<void> {
  await own.evaluate(async url => {
    const tabs = await chrome.tabs.query({})
    const tabId = tabs.find(tab => tab.url === url)?.id ?? chrome.tabs.TAB_ID_NONE
    await chrome.runtime.sendMessage({ to: 'background', type: 'choose-pictures', tabId })
  }, page.url())
  await page.bringToFront()
  await untilShown(page, '.pick')
}
