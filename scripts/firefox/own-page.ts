import type { Page } from 'puppeteer'
import { eventually } from '../drive/eventually.ts'
import type { LaunchedFirefox } from './launch.ts'

/** Opens a page of the extension in a new tab. @param path within the extension, with query and fragment */
export async function openFirefoxPage({ browser, origin }: LaunchedFirefox, path: string): Promise<Page> {
  const page = await browser.newPage()
  const url = `${origin}/${path}`
  // It never settles for addresses of extensions, or only when the page closes.
  void page.goto(url).catch(() => {})
  await eventually(
    () => page.evaluate(() => (document.readyState === 'complete' ? location.href : '')).catch(() => ''),
    address => address === url,
  )
  return page
}
