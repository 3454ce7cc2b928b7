import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { clickInPopup, closeFirefoxPopup, untilFirefoxPopupOpens } from '../../scripts/firefox/popup.ts'
import { answerPermission } from '../helpers/firefox/browser-interface.ts'
import { boxesInFirefoxOverlay, firefoxAnswer, readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { untilOpened } from '../helpers/firefox/own-tab.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { pressAltShift } from '../helpers/firefox/shortcut.ts'
import { picturePath } from '../shop/pictures.ts'

let session: FirefoxSession
beforeAll(async () => {
  session = await openFirefoxSession()
})
afterAll(() => session?.close())

const html = `<img src="${picturePath('1f455', 90)}" alt="">`

it('lists the shortcuts in the settings', async () => {
  const options = await session.openOwnPage('options')
  const keys = await eventually(
    () => options.$$eval('#shortcuts kbd', all => all.map(({ textContent }) => textContent)),
    keys => keys.length === 4,
  )
  expect(keys).toEqual(['Alt+Shift+K', 'Alt+Shift+G', 'Alt+Shift+J', 'Alt+Shift+R'])
  await options.close()
})

it('opens the popup', async () => {
  const page = await session.visit(html)
  await pressAltShift(page, 'K')
  await untilFirefoxPopupOpens(session)
  await closeFirefoxPopup(session)
  await page.close()
})

it('opens the history', async () => {
  const page = await session.visit(html)
  await pressAltShift(page, 'J')
  const history = await untilOpened(session, 'src/history-page/index.html')
  await history.waitForSelector('.empty')
  await history.close()
  await page.close()
})

it('opens the popup where a site lacks the permission, and switches badges on and off once it has it', async () => {
  const page = await session.visit(html)
  await pressAltShift(page, 'G')
  await untilFirefoxPopupOpens(session)
  await clickInPopup(session, '#site-switch:enabled')
  await answerPermission(session.browser, true)
  await closeFirefoxPopup(session)
  for (const count of [1, 0, 1]) {
    await eventually(
      () => readFirefoxBadges(page),
      badges => badges.length === count,
    )
    await pressAltShift(page, 'G')
  }
  await page.close()
})

it('marks a region of a page, whose answer comes from the screen', async () => {
  const page = await session.visit(`<style>img { position: absolute; top: 100px; width: 200px; margin: 0 }</style>
    <img src="${picturePath('1f45f', 91)}" style="left: 100px" alt=""><img src="${picturePath('1f455', 91)}"
    style="left: 300px" alt=""><img src="${picturePath('1f45f', 92)}" style="left: 500px" alt="">`)
  await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
  await pressAltShift(page, 'R')
  await eventually(
    () => boxesInFirefoxOverlay(page, '.marking'),
    stages => stages.length === 1,
  )
  await page.mouse.move(300, 100)
  await page.mouse.down()
  await page.mouse.move(400, 200)
  await page.mouse.move(500, 300)
  await page.mouse.up()
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt \d+%/)
  await page.close()
})
