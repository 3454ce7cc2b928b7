import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { chooseInMenu } from '../helpers/firefox/browser-interface.ts'
import { firefoxAnswer, pressInFirefoxOverlay } from '../helpers/firefox/overlay.ts'
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
  await pressInFirefoxOverlay(page, '.card .wrong')
  await pressInFirefoxOverlay(page, '.card .name[data-text="Hat"], .card .name:has([data-text="Hat"])')
  await eventually(
    () => firefoxAnswer(page),
    answer => answer.startsWith('Hat'),
  )
  const later = await session.visit(html)
  await chooseInMenu(later, 'ask')
  expect(await firefoxAnswer(later)).toMatch(/^Hat/)
})
