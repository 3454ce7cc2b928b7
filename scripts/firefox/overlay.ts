import type { Browser } from 'puppeteer'
import { overlaySelector } from '../drive/in-overlay.ts'
import { runInPage } from './in-page.ts'

/**
 * Reads the texts of the overlay's visible elements. Its shadow root is closed.
 * @param url of the page
 */
export function readFirefoxOverlay(browser: Browser, url: string, selector: string): Promise<string[]> {
  return runInPage(
    browser,
    url,
    ({ document }, overlay: string, selector: string) => {
      const host = document.querySelector<Element & { openOrClosedShadowRoot: ShadowRoot | null }>(overlay)
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
    overlaySelector,
    selector,
  )
}
