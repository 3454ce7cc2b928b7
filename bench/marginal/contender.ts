import type { Browser, Page } from 'puppeteer'
import { startBrowser } from '../../scripts/drive/launch.ts'

/** A browser that opens pages, with or without an extension that answers their pictures. */
export interface Contender {
  browser: Browser
  /** Puts pictures into the HTTP cache of the extension, which is not that of the page. */
  warm(urls: string[]): Promise<void>
  /** Starts to follow the answers. @returns a function that waits for a number of them, and gives their sorted times */
  follow(): Promise<(count: number) => Promise<number[]>>
  /** Tells the extension's workers apart. @returns what each does by thread id */
  workers(): Promise<Map<string, string>>
  /** Milliseconds of each stage of one picture, if the extension can time them. */
  stagesOf?(url: string): Promise<Record<string, number>>
}

/** A browser without an extension. */
export async function openPlain(): Promise<Contender> {
  return {
    browser: await startBrowser({ headless: true, followRequests: false }, []),
    warm: async () => {},
    follow: async () => async () => [],
    workers: async () => new Map(),
  }
}

/** Opens a page without waiting for what it loads. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  // tsx keeps function names through a helper that pages lack.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return page
}

/** Fetches files without the user's cookies, as an extension does. */
export async function fetchFrom(page: Page, urls: string[]): Promise<void> {
  await page.evaluate(async urls => {
    for (const url of urls) await (await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' })).blob()
  }, urls)
}
