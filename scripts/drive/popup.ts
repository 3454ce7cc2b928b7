import type { Extension, Page } from 'puppeteer'
import { everySite, matchPattern } from '../../src/settings/match-pattern.ts'
import { consent } from './consent.ts'
import { eventually } from './eventually.ts'
import type { Launched } from './launch.ts'

/** Address of the popup; opened in a tab it is an extension page like any other. */
export function popupUrl(extensionId: string): string {
  return `chrome-extension://${extensionId}/src/popup/index.html`
}

/** Opens the popup over a page, as a click on the extension's button does: the page gets `activeTab` by it. */
export async function openPopup({ browser, extensionId }: Launched, over: Page): Promise<Page> {
  // The list can be empty for a while after the start of the browser.
  const extensions = await eventually(
    () => browser.extensions(),
    extensions => extensions.has(extensionId),
  )
  const before = new Set(browser.targets())
  const opened = browser.waitForTarget(target => target.url() === popupUrl(extensionId) && !before.has(target))
  await over.bringToFront()
  await over.triggerExtensionAction(extensions.get(extensionId) as Extension)
  return (await opened).asPage()
}

/** Switches badges on for the page's site by the popup's switch, with the consent that the browser asks for. */
export async function switchOn(launched: Launched, page: Page): Promise<void> {
  const pictures = await page.$$eval('img', images => images.map(image => image.currentSrc || image.src))
  const addresses = [page.url(), ...pictures].filter(address => /^https?:/.test(address))
  await consent(launched.browser, launched.extensionId, [...new Set(addresses.map(matchPattern))])
  await flip(launched, page, '#site-switch', 'true')
}

/** Switches badges off again; the extension gives the permission back by itself. */
export async function switchOff(launched: Launched, page: Page): Promise<void> {
  await flip(launched, page, '#site-switch', 'false')
}

/** Badges all shops by the popup's switch, with the consent that the browser asks for. */
export async function switchShopsOn(launched: Launched, page: Page): Promise<void> {
  await consent(launched.browser, launched.extensionId, everySite)
  await flip(launched, page, '#shops-switch', 'true')
}

/** Badges shops no more; the extension gives the permission back by itself. */
export async function switchShopsOff(launched: Launched, page: Page): Promise<void> {
  const popup = await press(launched, page, '#shops-switch', 'false')
  // Sooner than any person can close it, it would not have asked yet for what a site needs of its own.
  await popup.waitForFunction(async origins => !(await chrome.permissions.contains({ origins })), {}, everySite)
  await popup.close()
}

async function flip(launched: Launched, page: Page, id: string, to: 'true' | 'false'): Promise<void> {
  const popup = await press(launched, page, id, to)
  await popup.close()
}

/** @returns the popup, once its switch is so */
async function press(launched: Launched, page: Page, id: string, to: 'true' | 'false'): Promise<Page> {
  const popup = await openPopup(launched, page)
  await popup.locator(`${id}[aria-checked="${to === 'true' ? 'false' : 'true'}"]`).click()
  await popup.waitForSelector(`${id}[aria-checked="${to}"]`)
  return popup
}
