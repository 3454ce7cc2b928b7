import type { Page } from 'puppeteer'
import { inOverlay } from '../../scripts/drive/in-overlay.ts'

/** Badges and all else that the overlay holds at its top level, shown or not. */
export function countOverlay(page: Page): Promise<number> {
  return inOverlay(page, 0, function (this: ShadowRoot) {
    return this.querySelector('.layer')?.childElementCount ?? 0
  })
}
