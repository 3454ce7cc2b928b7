import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { type Launched, launch } from '../../drive/launch.ts'
import { popupUrl, switchOn } from '../../drive/popup.ts'
import { Faults } from './faults.ts'
import { type FileServer, openFileServer } from './file-server.ts'

/** Without any answer for this long, what is still open counts as hanging; the extension's own deadlines are 10 s. */
export const PATIENCE_MS = 60_000

/** A browser that hangs must not keep the fuzzer from ending. */
const CLOSE_TIMEOUT_MS = 10_000

/** A browser with the extension, in which cases are tried. */
export interface World extends Launched {
  server: FileServer
  faults: Faults
  /** The tab that shows damaged pictures; badges are on for its site. */
  shop: Page
  /** A page of the extension that talks to the host and reads reports. */
  own: Page
  popup: Page
  history: Page
  close(): Promise<void>
}

/** Starts a browser with a new profile and opens the pages that the cases need. */
export async function openWorld(): Promise<World> {
  const server = await openFileServer()
  const launched = await launch({ headless: true, followRequests: false })
  const { browser, extensionId } = launched
  const faults = await Faults.watch(browser, extensionId)
  await launched.welcome?.close()
  const open = async (url: string) => {
    const page = await browser.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    // The compiler wraps functions in a call that pages do not define.
    await page.evaluateOnNewDocument('globalThis.__name = named => named')
    await page.goto(url)
    return page
  }
  const historyUrl = `chrome-extension://${extensionId}/src/history-page/index.html`
  const [own, popup, history] = [
    await open(popupUrl(extensionId)),
    await open(popupUrl(extensionId)),
    await open(historyUrl),
  ]
  const shop = await open(server.page('<title>Shop</title><h1>Welcome</h1>'))
  await switchOn(launched, shop)
  return {
    ...{ ...launched, server, faults, shop, own, popup, history },
    close: async () => {
      await Promise.race([browser.close(), pause(CLOSE_TIMEOUT_MS, undefined, { ref: false })]).catch(() => {})
      browser.process()?.kill('SIGKILL')
      server.close()
    },
  }
}
