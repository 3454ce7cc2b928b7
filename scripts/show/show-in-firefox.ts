import { launchFirefox } from '../firefox/launch.ts'
import { readFirefoxOverlay } from '../firefox/overlay.ts'
import { openFirefoxPage } from '../firefox/own-page.ts'
import { switchOnInFirefox } from '../firefox/popup.ts'
import { openTab } from './open-tab.ts'
import type { Shown } from './shown.ts'

/** Opens a page in Firefox with the extension. */
export async function showInFirefox(url: string, headless: boolean): Promise<Shown> {
  const launched = await launchFirefox({ headless })
  const { browser } = launched
  const page = await openTab(browser, url)
  return {
    page,
    openOwnPage: () => openFirefoxPage(launched, 'src/popup/index.html'),
    switchOn: () => switchOnInFirefox(launched, page),
    readBadges: () => readFirefoxOverlay(browser, page.url(), '.badge'),
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
    close: () => browser.close(),
  }
}
