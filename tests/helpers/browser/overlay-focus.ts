import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import { inOverlay } from '../../../scripts/drive/in-overlay.ts'

/** Resolves when a part of the overlay with this class has the focus: a part takes it a few frames after it is shown. */
export async function untilFocusOn(page: Page, className: string): Promise<void> {
  await eventually(
    () =>
      inOverlay(page, '', function () {
        return this.activeElement?.className ?? ''
      }),
    focused => focused.split(' ').includes(className),
  )
}
