import { launch } from '../drive/launch.ts'
import { readBadges } from '../drive/overlay.ts'
import { popupUrl, switchOn } from '../drive/popup.ts'
import { openTab } from './open-tab.ts'
import type { Shown } from './shown.ts'

/** Opens a page in Chromium with the extension. */
export async function showInChromium(url: string, headless: boolean): Promise<Shown> {
  const launched = await launch({ headless })
  const { browser, extensionId } = launched
  const page = await openTab(browser, url)
  return {
    page,
    openOwnPage: async () => {
      const own = await browser.newPage()
      await own.goto(popupUrl(extensionId))
      return own
    },
    switchOn: () => switchOn(launched, page),
    readBadges: async () => (await readBadges(page)).map(({ text }) => text),
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
    close: () => browser.close(),
  }
}
