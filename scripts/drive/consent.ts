import type { Browser } from 'puppeteer'

/** The functions of the API of `chrome://extensions` that this file uses. */
interface ExtensionsPage {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_SPECIFIC_SITES' }): Promise<void>
    addHostPermission(extensionId: string, pattern: string): Promise<void>
  }
}

/** Browsers already set to grant access site by site. Setting that again would revoke a grant for all sites. */
const siteBySite = new WeakSet<Browser>()

/**
 * Grants the extension access to sites on `chrome://extensions`, as a user can. The extension's own request opens a native
 * dialog that no script can click; after this grant, the browser skips the dialog.
 * @param patterns match patterns such as `http://127.0.0.1/*`; they have no port
 */
export async function consent(browser: Browser, extensionId: string, patterns: string[]): Promise<void> {
  const page = await browser.newPage()
  try {
    await page.goto('chrome://extensions/')
    await page.evaluate(
      async (extensionId, patterns, isSiteBySite) => {
        const { developerPrivate } = chrome as unknown as ExtensionsPage
        if (!isSiteBySite)
          await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' })
        for (const pattern of patterns) await developerPrivate.addHostPermission(extensionId, pattern)
      },
      extensionId,
      patterns,
      siteBySite.has(browser),
    )
    siteBySite.add(browser)
  } finally {
    await page.close()
  }
}
