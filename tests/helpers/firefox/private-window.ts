import type { Browser, Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { FIREFOX_ID } from '../../../scripts/firefox/manifest.ts'
import { runPrivileged } from '../../../scripts/firefox/privileged.ts'

/** What this file uses of Firefox's own window, in which its functions run. */
declare const ChromeUtils: { importESModule(url: string): Record<string, never> }
declare function OpenBrowserWindow(options: { private: boolean }): Window

/** Allows the extension in private windows, as the user can in the add-on manager. Firefox starts the extension again. */
export async function allowInPrivateWindows(browser: Browser): Promise<void> {
  await runPrivileged(
    browser,
    async id => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      ) as Record<string, { add(id: string, what: object): Promise<void> }>
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as Record<
        string,
        { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> }
      >
      await ExtensionPermissions?.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
      await (await AddonManager?.getAddonByID(id))?.reload()
    },
    FIREFOX_ID,
  )
}

/** Opens a private window in front. @returns its page */
export async function openPrivateWindow(browser: Browser): Promise<Page> {
  const before = new Set(await browser.pages())
  await runPrivileged(browser, () => void OpenBrowserWindow({ private: true }))
  const [page] = await eventually(
    async () => {
      const opened = (await browser.pages()).filter(page => !before.has(page))
      const seen = await Promise.all(
        opened.map(page => page.evaluate(() => `${location.href} ${document.readyState}`).catch(String)),
      )
      // Earlier, Firefox would still be going to its own first page, and stop whoever goes elsewhere.
      return opened.filter((_, i) => seen[i] === 'about:privatebrowsing complete')
    },
    opened => opened.length === 1,
  )
  if (!page) throw new Error('There is no private window.')
  return page
}
