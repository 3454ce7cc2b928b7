import type { Browser, Page } from 'puppeteer'
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../../scripts/drive/eventually.ts'
import { FIREFOX_ID } from '../../../scripts/firefox/manifest.ts'
import { runPrivileged } from '../../../scripts/firefox/privileged.ts'
import { readFirefoxCard } from './overlay.ts'

/** Firefox's own objects, as far as the tests use them. */
declare const Services: {
  wm: { getMostRecentWindow(type: string): BrowserWindow }
  prefs: { setIntPref(name: string, value: number): void }
}
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: {
      add(id: string, permissions: { permissions: string[]; origins: string[] }, extension: Extension): Promise<void>
    }
  }
}
declare const WebExtensionPolicy: {
  getByID(id: string): { allowedOrigins: { patterns: { pattern: string }[] }; extension: Extension }
}
interface Extension {
  backgroundState: string
  terminateBackground(options: object): Promise<void>
}
interface BrowserWindow extends Window {
  PopupNotifications: { panel: { state: string; firstElementChild: Notification | null } }
}
interface Notification {
  id: string
  button: HTMLElement
  secondaryButton: HTMLElement
}

/** Answers Firefox's question whether the extension may access a site, once it is asked. */
export async function answerPermission(browser: Browser, isGranted: boolean): Promise<void> {
  await eventually(
    () =>
      runPrivileged(
        browser,
        isGranted => {
          const { panel } = Services.wm.getMostRecentWindow('navigator:browser').PopupNotifications
          const question = panel.firstElementChild
          if (panel.state !== 'open' || !question?.id.includes('webext-permissions')) return false
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

/** Chooses an entry of the extension in the context menu at a point of a page. @param entry its id in `menu.ts` */
export async function chooseInMenu(page: Page, x: number, y: number, entry: 'ask' | 'ask-here'): Promise<void> {
  await page.bringToFront()
  await page.mouse.click(x, y, { button: 'right' })
  await eventually(
    () =>
      runPrivileged(
        page.browser(),
        entry => {
          const { document } = Services.wm.getMostRecentWindow('navigator:browser')
          const menu = document.getElementById('contentAreaContextMenu') as unknown as {
            state: string
            activateItem(item: Element): void
            querySelector(selector: string): Element | null
          } | null
          const item = menu?.querySelector(`[id$="-menuitem-_${entry}"]`)
          if (menu?.state !== 'open' || !item) return false
          menu.activateItem(item)
          return true
        },
        entry,
      ),
    isChosen => isChosen,
  )
}

/** The final text of the page's answer card. */
export function firefoxAnswer(page: Page): Promise<string> {
  return eventually(
    () => readFirefoxCard(page),
    card => card !== '' && card !== messages.answer_looking.message,
  )
}

/** Grants access to sites without a question. @param patterns match patterns such as `http://127.0.0.1/*` */
export function grantSites(browser: Browser, patterns: string[]): Promise<void> {
  return runPrivileged(
    browser,
    async (id, origins) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      await ExtensionPermissions.add(id, { permissions: [], origins }, WebExtensionPolicy.getByID(id).extension)
    },
    FIREFOX_ID,
    patterns,
  )
}

/** Shows pages in a light or a dark theme. */
export function showTheme(browser: Browser, theme: 'light' | 'dark'): Promise<void> {
  return runPrivileged(
    browser,
    isLight => {
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', isLight ? 1 : 0)
    },
    theme === 'light',
  )
}
