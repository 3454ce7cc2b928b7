import type { Browser, Page } from 'puppeteer'

/**
 * Opens an address in the browser's first tab and brings it to the front: the extension opens its welcome page once it is installed.
 * @throws Error if the page cannot be opened; the browser is closed then
 */
export async function openTab(browser: Browser, url: string): Promise<Page> {
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage())
    await page.goto(url)
    await page.bringToFront()
    return page
  } catch (error) {
    await browser.close()
    throw error
  }
}
