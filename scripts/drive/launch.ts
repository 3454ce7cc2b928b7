import { existsSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer'
import { isRoot } from '../browser/install-program.ts'
import { ensureChromium } from '../chromium/install.ts'
import { dist } from '../paths.ts'
import { PATIENCE_MS } from './eventually.ts'

export interface BrowserOptions {
  headless: boolean
  /** Folder of the profile. By default a temporary one, removed at the end. */
  profile?: string
  /** Folder of the built extension. By default `dist/`. */
  extension?: string
  args?: string[]
  /** Whether puppeteer tracks network requests, which costs the browser about 1 ms for each picture. */
  followRequests?: boolean
}

/** A browser in which the extension is installed. */
export interface Launched {
  browser: Browser
  extensionId: string
  /** The welcome page, which the extension opens in a new profile. */
  welcome?: Page
}

/**
 * Starts Chromium with the built extension.
 * @throws Error if there is no Chromium and none could be installed, or the extension does not start
 */
export async function launch({ extension = dist, ...options }: BrowserOptions): Promise<Launched> {
  const { profile } = options
  const isNew = profile === undefined || !existsSync(join(profile, 'Default'))
  const browser = await startBrowser(options, [extension])
  try {
    // `browser.extensions()` can be empty right after the start. The service worker exists once the extension does.
    const isWorker = (target: Target) => isOwn(target.url()) && target.type() === 'service_worker'
    const worker = await browser.waitForTarget(isWorker, { timeout: PATIENCE_MS })
    const extensionId = new URL(worker.url()).host
    if (!isNew) return { browser, extensionId }
    const isWelcome = (target: Target) => target.url().endsWith('/src/welcome/index.html')
    const welcome = await (await browser.waitForTarget(isWelcome, { timeout: PATIENCE_MS })).asPage()
    welcome.setDefaultTimeout(PATIENCE_MS)
    return { browser, extensionId, welcome }
  } catch (error) {
    await browser.close()
    throw new Error('The extension did not start in Chromium.', { cause: error })
  }
}

/**
 * Starts Chromium.
 * @param extensions folders of built extensions
 * @throws Error if there is no Chromium and none could be installed
 */
export function startBrowser(
  { headless, profile, args = [], followRequests = true }: Omit<BrowserOptions, 'extension'>,
  extensions: string[],
): Promise<Browser> {
  return puppeteer.launch({
    executablePath: ensureChromium(),
    headless,
    pipe: true,
    // Tests have deadlines of their own, and a software GPU needs minutes.
    protocolTimeout: 0,
    networkEnabled: followRequests,
    ...(extensions.length > 0 && { enableExtensions: extensions }),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      // Only the pages that are opened here may use the network.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-US',
      ...args,
    ],
  })
}

function isOwn(url: string): boolean {
  return url.startsWith('chrome-extension://')
}
