import type { Page } from 'puppeteer'
import { inOverlay } from '../../scripts/drive/in-overlay.ts'

/** Counts badges and all other top-level nodes of the overlay, visible or not. */
export function countOverlay(page: Page): Promise<number> {
  return inOverlay(page, 0, function (this: ShadowRoot) {
    return this.querySelector('.layer')?.childElementCount ?? 0
  })
}
