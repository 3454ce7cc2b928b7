import type { Browser } from 'puppeteer'

/** The part of the API of `chrome://extensions` that is used here. */
interface ExtensionsPage {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_SPECIFIC_SITES' }): Promise<void>
    addHostPermission(extensionId: string, pattern: string): Promise<void>
  }
}

/** Browsers whose person decides site by site. Said twice, that would take back a grant for all sites. */
const siteBySite = new WeakSet<Browser>()

/**
 * Consents to the extension's reading sites, on `chrome://extensions` as a person can. The extension's own request asks
 * by a native dialogue that cannot be clicked from outside; after this it is granted without one.
 * @param patterns match patterns such as `http://127.0.0.1/*`: they have no port
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
