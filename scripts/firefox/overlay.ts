import type { Browser } from 'puppeteer'
import { runInPage } from './in-page.ts'

/**
 * Reads the texts of the overlay's visible elements. Its shadow root is closed.
 * @param url of the page
 */
export function readFirefoxOverlay(browser: Browser, url: string, selector: string): Promise<string[]> {
  return runInPage(
    browser,
    url,
    ({ document }, selector: string) => {
      const host = document.querySelector('html > :not(head, body), svg:root > [popover]') as
        | (Element & { openOrClosedShadowRoot: ShadowRoot | null })
        | null
      const found = host?.openOrClosedShadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []
      return [...found]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element =>
          [element, ...element.querySelectorAll<HTMLElement>('[data-text]')]
            .map(part => part.dataset.text ?? '')
            .filter(Boolean)
            .join(' '),
        )
    },
    selector,
  )
}
