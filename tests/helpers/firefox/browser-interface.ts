import type { Browser, Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { FIREFOX_ID } from '../../../scripts/firefox/manifest.ts'
import { runPrivileged } from '../../../scripts/firefox/privileged.ts'

/** What this file uses of Firefox's own window, in which its functions run. */
declare const PopupNotifications: {
  panel: { state: string; firstElementChild: (Element & { button: HTMLElement; secondaryButton: HTMLElement }) | null }
}
declare const Services: { prefs: { setIntPref(name: string, value: number): void } }
declare const WebExtensionPolicy: {
  getByID(id: string): {
    allowedOrigins: { patterns: { pattern: string }[] }
    extension: { terminateBackground(options: object): Promise<void> }
  }
}

/** A menu of Firefox's window. */
interface Popup extends Element {
  state: string
  parentElement: (HTMLElement & { openMenu(isOpen: boolean): void }) | null
  activateItem(item: Element): void
}

/** Answers Firefox's question whether the extension may access a site, once it is asked. */
export async function answerPermission(browser: Browser, isGranted: boolean): Promise<void> {
  await eventually(
    () =>
      runPrivileged(
        browser,
        isGranted => {
          const { state, firstElementChild: question } = PopupNotifications.panel
          if (state !== 'open' || !question?.id.includes('webext-permissions')) return false
          ;(isGranted ? question.button : question.secondaryButton).click()
          return true
        },
        isGranted,
      ),
    isAnswered => isAnswered,
  )
}

/** The web sites that the extension may access, as match patterns. */
export function grantedSites(browser: Browser): Promise<string[]> {
  return runPrivileged(
    browser,
    id =>
      WebExtensionPolicy.getByID(id)
        .allowedOrigins.patterns.map(({ pattern }) => pattern)
        .filter(pattern => !pattern.startsWith('moz-extension:')),
    FIREFOX_ID,
  )
}

/** Stops the event page, as Firefox does when it idles. Resolves when it is gone. */
export function stopEventPage(browser: Browser): Promise<void> {
  return runPrivileged(
    browser,
    async id => {
      const { extension } = WebExtensionPolicy.getByID(id)
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
    },
    FIREFOX_ID,
  )
}

/**
 * Chooses an entry of the extension in the context menu of a page's image, by default its first.
 * @param entry its id in `menu.ts`
 */
export async function chooseInMenu(
  page: Page,
  entry: 'ask' | 'ask-here' | 'show-worn',
  selector = 'img',
): Promise<void> {
  await page.bringToFront()
  await page.locator(selector).click({ button: 'right' })
  await eventually(
    () =>
      runPrivileged(
        page.browser(),
        entry => {
          const menu = document.getElementById('contentAreaContextMenu') as Popup | null
          const item = menu?.querySelector(`[id$="-menuitem-_${entry}"]`)
          if (menu?.state !== 'open' || !item) return false
          // Where the extension has several entries, Firefox puts them into a menu of their own.
          const submenu = item.closest('menupopup') as Popup
          if (submenu.state !== 'open') {
            if (submenu.state === 'closed') submenu.parentElement?.openMenu(true)
            return false
          }
          submenu.activateItem(item)
          return true
        },
        entry,
      ),
    isChosen => isChosen,
  )
}

/** Shows pages in a light or a dark theme. */
export function showTheme(browser: Browser, theme: 'light' | 'dark'): Promise<void> {
  return runPrivileged(
    browser,
    value => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value),
    theme === 'light' ? 1 : 0,
  )
}
