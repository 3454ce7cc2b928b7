import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { chooseInMenu } from '../helpers/firefox/browser-interface.ts'
import { boxesInFirefoxOverlay, firefoxAnswer } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: FirefoxSession
beforeAll(async () => {
  session = await openFirefoxSession()
})
afterAll(() => session?.close())

it('learns from a correction on the card, and answers by it from then on', async () => {
  const html = `<img src="${picturePath('1f455', 21)}" alt="">`
  const page = await session.visit(html)
  await chooseInMenu(page, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt/)
  await press(page, '.card .wrong')
  await press(page, '.card .name[data-text="Hat"], .card .name:has([data-text="Hat"])')
  await eventually(
    () => firefoxAnswer(page),
    answer => answer.startsWith('Hat'),
  )
  const later = await session.visit(html)
  await chooseInMenu(later, 'ask')
  expect(await firefoxAnswer(later)).toMatch(/^Hat/)
})

/** Presses something on the overlay, once it is shown and no longer moves. */
async function press(page: Page, selector: string): Promise<void> {
  let before = ''
  const [box] = await eventually(
    () => boxesInFirefoxOverlay(page, selector),
    boxes => {
      const now = JSON.stringify(boxes)
      const isAtRest = boxes.length > 0 && now === before
      before = now
      return isAtRest
    },
  )
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}
