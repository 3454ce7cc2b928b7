import type { Page } from 'puppeteer'
import { serviceWorker } from '../../../scripts/drive/context-menu.ts'
import { openPopup } from '../../../scripts/drive/popup.ts'
import type { Session } from './session.ts'

/** Zooms the page in front to 150 %, as the browser's menu does. The browser remembers a site's zoom. */
export async function zoom(session: Session, page: Page): Promise<void> {
  const popup = await openPopup(session, page)
  const worker = await serviceWorker(session)
  await popup.close()
  const before = await page.evaluate(() => devicePixelRatio)
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, 1.5)
  })
  await page.waitForFunction(before => devicePixelRatio === before * 1.5, {}, before)
}
