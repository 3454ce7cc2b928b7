import type { Page } from 'puppeteer'
import { eventually } from '../drive/eventually.ts'
import type { LaunchedFirefox } from './launch.ts'

/**
 * Opens a page of the extension in a new tab.
 * @param path within the extension, such as `src/popup/index.html`
 * @param isBehind whether the tab in front stays there
 */
export async function openFirefoxPage(
  { browser, origin }: LaunchedFirefox,
  path: string,
  isBehind = false,
): Promise<Page> {
  const page = await browser.newPage({ background: isBehind })
  const url = `${origin}/${path}`
  // Firefox never says that it has gone to a page of an extension.
  page.goto(url).catch(() => {})
  await eventually(
    () => page.evaluate(() => `${location.href} ${document.readyState}`).catch(String),
    seen => seen === `${url} complete`,
  )
  return page
}
