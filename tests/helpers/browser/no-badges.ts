import type { Page } from 'puppeteer'
import { expect } from 'vitest'
import { answerOf, choose } from '../../../scripts/drive/context-menu.ts'
import { readBadges } from '../../../scripts/drive/overlay.ts'
import type { Session } from './session.ts'

/**
 * Expects that a page never badges a picture that it shows. A page that badges its pictures requests their answers before a
 * user can, and gets them with the user's answer at the latest: so the test asks about one picture, and looks for badges
 * once that answer is there.
 * @param url of a picture of a T-shirt on the page
 */
export async function expectNoBadges(session: Session, page: Page, url: string): Promise<void> {
  await page.bringToFront()
  await choose(session, page, url)
  expect(await answerOf(page)).toContain('T-Shirt')
  expect(await readBadges(page)).toEqual([])
}
