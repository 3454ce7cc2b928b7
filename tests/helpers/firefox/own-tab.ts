import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import type { FirefoxSession } from './session.ts'

/**
 * Waits until Firefox has opened a page of the extension, in a tab or in a window of its own.
 * @param path of the page, with its query
 */
export async function untilOpened({ browser, origin }: FirefoxSession, path: string): Promise<Page> {
  const [page] = await eventually(
    async () => {
      const pages = await browser.pages()
      // Puppeteer does not learn the addresses of such pages.
      const seen = await Promise.all(pages.map(page => page.evaluate(() => location.href).catch(() => '')))
      return pages.filter((_, i) => seen[i] === `${origin}/${path}`)
    },
    found => found.length > 0,
  )
  if (!page) throw new Error(`Firefox has not opened ${path}.`)
  return page
}
