import { randomUUID } from 'node:crypto'
import puppeteer, { type Browser } from 'puppeteer'
import { firefoxDist } from '../paths.ts'
import { ensureFirefox } from './install.ts'
import { FIREFOX_ID } from './manifest.ts'

/** How to start Firefox. */
export interface FirefoxOptions {
  headless: boolean
  /** Folder of the profile. By default a temporary one, removed at the end. */
  profile?: string
  /** Folder of the built extension. By default `dist-firefox/`. */
  extension?: string
  /** Preferences beside those that are always set. */
  preferences?: Record<string, unknown>
  /** The extension's host name in the profile, which must stay the same where the profile is used again. */
  uuid?: string
}

/** A Firefox in which the extension is installed. */
export interface LaunchedFirefox {
  browser: Browser
  /** Origin of the extension's pages, `moz-extension://…`. */
  origin: string
}

/**
 * Starts Firefox with the built extension.
 * @throws Error if there is no Firefox and none could be installed, or the extension does not start
 */
export async function launchFirefox({
  headless,
  profile,
  extension = firefoxDist,
  preferences = {},
  uuid = randomUUID(),
}: FirefoxOptions): Promise<LaunchedFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless,
    protocolTimeout: 0,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    // Without it, nothing can grant the extension access to a site: see privileged.ts.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Otherwise Firefox picks one at random, and tells nobody.
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: uuid }),
      'intl.locale.requested': 'en-US',
      ...preferences,
    },
  })
  try {
    await browser.installExtension(extension)
    return { browser, origin: `moz-extension://${uuid}` }
  } catch (error) {
    await browser.close()
    throw new Error('The extension did not start in Firefox.', { cause: error })
  }
}
