import type { Browser } from 'puppeteer'
import { FIREFOX_ID } from '../../../scripts/firefox/manifest.ts'
import { runPrivileged } from '../../../scripts/firefox/privileged.ts'

/** What this file uses of Firefox's own window, in which its function runs. */
declare const ChromeUtils: { importESModule(url: string): Record<string, never> }
declare const Services: { locale: { availableLocales: string[]; requestedLocales: string[] } }

/** Switches Firefox to a language, as if its language pack were there, and starts the extension again. @param tag such as `ar` */
export async function speak(browser: Browser, tag: string): Promise<void> {
  await runPrivileged(
    browser,
    async (id, tag) => {
      Services.locale.availableLocales = [tag, 'en-US']
      Services.locale.requestedLocales = [tag]
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as Record<
        string,
        { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> }
      >
      await (await AddonManager?.getAddonByID(id))?.reload()
    },
    FIREFOX_ID,
    tag,
  )
}
