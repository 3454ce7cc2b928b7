import type { Browser, Page } from 'puppeteer'
import { eventually } from '../drive/eventually.ts'
import type { Launched } from '../drive/launch.ts'

/**
 * Makes the browser read the extension's files again, then reloads all pages: a site's pages get the new content script,
 * and the extension's own pages, which the browser closes, open again. All of this comes from outside, so that the
 * extension needs no code for development.
 * @param extension folder of the built extension
 */
export async function reloadExtension({ browser, extensionId }: Launched, extension: string): Promise<void> {
  const own = `chrome-extension://${extensionId}/`
  const pages = await browser.pages()
  const ownUrls = pages.map(page => page.url()).filter(url => url.startsWith(own))
  const before = await onOwnPage(browser, own, contentScripts)
  await browser.installExtension(extension)
  // The browser forgets registered content scripts; the extension registers them again when it starts.
  await onOwnPage(browser, own, page =>
    eventually(
      () => contentScripts(page),
      count => count === before,
    ),
  )
  await Promise.all([
    ...pages.filter(page => /^https?:/.test(page.url())).map(reload),
    // In the background: a page that is not in front draws no badges.
    ...ownUrls.map(async url => (await newTab(browser)).goto(url)),
  ])
}

async function reload(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' })
}

/**
 * Works on a page that may use the extension's APIs. Not on the service worker: a call to one that is just starting may
 * never return.
 */
async function onOwnPage<Result>(
  browser: Browser,
  own: string,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await newTab(browser)
  try {
    // The smallest document that every build of the extension contains.
    await page.goto(`${own}manifest.json`)
    return await work(page)
  } finally {
    await page.close()
  }
}

function newTab(browser: Browser): Promise<Page> {
  return browser.newPage({ type: 'tab', background: true })
}

function contentScripts(page: Page): Promise<number> {
  return page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length)
}
