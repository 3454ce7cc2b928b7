import type { Extension, Page, Target } from 'puppeteer'
import { everySite, matchPattern } from '../../src/settings/match-pattern.ts'
import { consent } from './consent.ts'
import { eventually, PATIENCE_MS } from './eventually.ts'
import type { Launched } from './launch.ts'

/** Address of the popup; opened in a tab it is an extension page like any other. */
export function popupUrl(extensionId: string): string {
  return `chrome-extension://${extensionId}/src/popup/index.html`
}

/** Opens the popup over a page as a click on the extension's button does, which also grants `activeTab`. */
export async function openPopup({ browser, extensionId }: Launched, over: Page): Promise<Page> {
  // The list can be empty just after the browser starts.
  const extensions = await eventually(
    () => browser.extensions(),
    extensions => extensions.has(extensionId),
  )
  const before = new Set(browser.targets())
  const isOpened = (target: Target) => target.url() === popupUrl(extensionId) && !before.has(target)
  const opened = browser.waitForTarget(isOpened, { timeout: PATIENCE_MS })
  await over.bringToFront()
  await over.triggerExtensionAction(extensions.get(extensionId) as Extension)
  const popup = await (await opened).asPage()
  popup.setDefaultTimeout(PATIENCE_MS)
  return popup
}

/** Switches badges on for the page's site in the popup, and grants the permission that this needs. */
export async function switchOn(launched: Launched, page: Page): Promise<void> {
  const pictures = await page.$$eval('img', images => images.map(image => image.currentSrc || image.src))
  const addresses = [page.url(), ...pictures].filter(address => /^https?:/.test(address))
  await consent(launched.browser, launched.extensionId, [...new Set(addresses.map(matchPattern))])
  await flip(launched, page, '#site-switch', 'true')
}

/** Switches badges off again. The extension returns the permission itself. */
export async function switchOff(launched: Launched, page: Page): Promise<void> {
  await flip(launched, page, '#site-switch', 'false')
}

/** Switches badges on for all shops in the popup, and grants the permission that this needs. */
export async function switchShopsOn(launched: Launched, page: Page): Promise<void> {
  await consent(launched.browser, launched.extensionId, everySite)
  await flip(launched, page, '#shops-switch', 'true')
}

/** Switches badges off for shops. The extension returns the permission itself. */
export async function switchShopsOff(launched: Launched, page: Page): Promise<void> {
  const popup = await press(launched, page, '#shops-switch', 'false')
  // Closed sooner than a user could, the popup would not yet have returned the permission.
  await popup.waitForFunction(async origins => !(await chrome.permissions.contains({ origins })), {}, everySite)
  await popup.close()
}

async function flip(launched: Launched, page: Page, id: string, to: 'true' | 'false'): Promise<void> {
  const popup = await press(launched, page, id, to)
  await popup.close()
}

/** @returns the popup, once its switch has changed */
async function press(launched: Launched, page: Page, id: string, to: 'true' | 'false'): Promise<Page> {
  const popup = await openPopup(launched, page)
  await popup.locator(`${id}[aria-checked="${to === 'true' ? 'false' : 'true'}"]`).click()
  await popup.waitForSelector(`${id}[aria-checked="${to}"]`)
  return popup
}
