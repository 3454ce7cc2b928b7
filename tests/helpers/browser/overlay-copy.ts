import type { Page } from 'puppeteer'
import { inOverlay } from '../../../scripts/drive/in-overlay.ts'

/**
 * A copy of what the overlay shows as a page of its own, with text where the overlay has generated content: axe reads neither
 * closed shadow roots nor generated content.
 */
export function overlayCopy(page: Page): Promise<string> {
  return inOverlay(page, '', function () {
    // The stage on which the user marks a region is a document of its own.
    const stage = this.querySelector<HTMLIFrameElement>('.marking > iframe')?.contentDocument
    const { adoptedStyleSheets } = stage ?? this
    const copy = (stage?.body.firstElementChild ?? this.querySelector('.layer'))?.cloneNode(true) as HTMLElement
    for (const part of copy.querySelectorAll<HTMLElement>('[data-text]')) {
      part.prepend(part.dataset.text ?? '')
      delete part.dataset.text
    }
    const rules = adoptedStyleSheets.flatMap(sheet => Array.from(sheet.cssRules, rule => rule.cssText))
    return `<style>${rules.join('\n')}</style><main><h1>Copy</h1>${copy.outerHTML}</main>`
  })
}
