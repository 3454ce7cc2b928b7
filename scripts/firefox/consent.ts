import type { Browser } from 'puppeteer'
import type { FirefoxWindow } from './globals.ts'
import { FIREFOX_ID } from './manifest.ts'
import { runPrivileged } from './privileged.ts'

/**
 * Grants the extension access to sites, as a user can in the add-on manager. The extension's own request then asks no more.
 * @param patterns match patterns such as `http://127.0.0.1/*`
 */
export async function consentInFirefox(browser: Browser, patterns: string[]): Promise<void> {
  await runPrivileged(
    browser,
    async (id: string, origins: string[]) => {
      const { WebExtensionPolicy, ChromeUtils } = globalThis as unknown as FirefoxWindow
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      ) as Record<string, { add(id: string, what: object, extension: object | undefined): Promise<void> }>
      await ExtensionPermissions?.add(id, { permissions: [], origins }, WebExtensionPolicy.getByID(id)?.extension)
    },
    FIREFOX_ID,
    patterns,
  )
}
