import type { Page } from 'puppeteer'
import { matchPattern } from '../../src/settings/match-pattern.ts'
import { eventually } from '../drive/eventually.ts'
import { consentInFirefox } from './consent.ts'
import type { FirefoxWindow } from './globals.ts'
import { runInPage } from './in-page.ts'
import type { LaunchedFirefox } from './launch.ts'
import { FIREFOX_ID } from './manifest.ts'
import { runPrivileged } from './privileged.ts'

/** Address of the popup, with which `runInPage` finds it. */
export function popupAddress({ origin }: LaunchedFirefox): string {
  return `${origin}/src/popup/index.html`
}

/** Opens the popup over a page as a click on the extension's button does, which also grants `activeTab`. */
export async function openFirefoxPopup(launched: LaunchedFirefox, over: Page): Promise<void> {
  await over.bringToFront()
  await runPrivileged(
    launched.browser,
    async (id: string) => {
      const { WebExtensionPolicy, ChromeUtils } = globalThis as unknown as FirefoxWindow
      const { ExtensionParent } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionParent.sys.mjs',
      ) as Record<
        string,
        {
          apiManager: {
            global: { browserActionFor(extension: object | undefined): { triggerAction(window: object): void } }
          }
        }
      >
      const extension = WebExtensionPolicy.getByID(id)?.extension
      ExtensionParent?.apiManager.global.browserActionFor(extension).triggerAction(globalThis)
    },
    FIREFOX_ID,
  )
  await untilFirefoxPopupOpens(launched)
}

/** Waits until the popup is shown and its page is loaded. */
export async function untilFirefoxPopupOpens(launched: LaunchedFirefox): Promise<void> {
  await eventually(
    () => runInPage(launched.browser, popupAddress(launched), ({ document }) => document.readyState).catch(() => ''),
    state => state === 'complete',
  )
}

/** Clicks a switch of the popup, and resolves once it has changed. */
async function flipInPopup(launched: LaunchedFirefox, selector: string, to: 'true' | 'false'): Promise<void> {
  const state = () =>
    runInPage(
      launched.browser,
      popupAddress(launched),
      ({ document }, selector: string) => {
        const found = document.querySelector<HTMLButtonElement>(selector)
        return found && !found.disabled ? found.ariaChecked : null
      },
      selector,
    )
  await eventually(state, state => state !== null && state !== to)
  await clickInPopup(launched, selector)
  await eventually(state, state => state === to)
}

/** Clicks in the popup as a person does, once the element is there: the browser asks for permissions only then. */
export async function clickInPopup(launched: LaunchedFirefox, selector: string): Promise<void> {
  const click = () =>
    runInPage(
      launched.browser,
      popupAddress(launched),
      (window, selector: string) => {
        const { windowUtils } = window as unknown as {
          windowUtils: { setHandlingUserInput(is: boolean): { destruct(): void } }
        }
        const found = window.document.querySelector<HTMLElement>(selector)
        const input = windowUtils.setHandlingUserInput(true)
        found?.click()
        input.destruct()
        return found !== null
      },
      selector,
    )
  await eventually(click, isClicked => isClicked)
}

/** Closes the popup. */
export async function closeFirefoxPopup({ browser }: LaunchedFirefox): Promise<void> {
  await runPrivileged(browser, () => {
    for (const panel of document.querySelectorAll<Element & { hidePopup(): void }>('panel')) panel.hidePopup()
  })
}

/** Switches badges on for the page's site in the popup, and grants the permission that this needs. */
export async function switchOnInFirefox(launched: LaunchedFirefox, page: Page): Promise<void> {
  const pictures = await page.$$eval('img', images => images.map(image => image.currentSrc || image.src))
  const addresses = [page.url(), ...pictures].filter(address => /^https?:/.test(address))
  await consentInFirefox(launched.browser, [...new Set(addresses.map(matchPattern))])
  await openFirefoxPopup(launched, page)
  await flipInPopup(launched, '#site-switch', 'true')
  await closeFirefoxPopup(launched)
}
