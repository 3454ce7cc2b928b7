import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { runInPage } from '../../scripts/firefox/in-page.ts'
import { readFirefoxOverlay } from '../../scripts/firefox/overlay.ts'
import { closeFirefoxPopup, openFirefoxPopup, popupAddress } from '../../scripts/firefox/popup.ts'
import { chooseInMenu } from '../helpers/firefox/browser-interface.ts'
import { firefoxAnswer, pressInFirefoxOverlay, readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { allowInPrivateWindows, openPrivateWindow } from '../helpers/firefox/private-window.ts'
import { type FirefoxSession, openFirefoxSession, switchSiteOn } from '../helpers/firefox/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: FirefoxSession
/** A page of the shop, which is switched on, in a private window. */
let page: Page
const img = (code: string) => `<img src="${picturePath(code, 95)}" alt="">`
beforeAll(async () => {
  session = await openFirefoxSession()
  await allowInPrivateWindows(session.browser)
  await switchSiteOn(session, await session.visit(img('1f9e5')))
  page = await openPrivateWindow(session.browser)
  await page.goto(session.shop.page(img('1f455')), { waitUntil: 'domcontentloaded' })
})
afterAll(() => session?.close())

// Each test continues where the previous one ended, as a user would.
it('badges the pictures of a private window, and answers a right click there', async () => {
  await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === 1,
  )
  await chooseInMenu(page, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt/)
})

it('learns nothing there, and says so', async () => {
  await pressInFirefoxOverlay(page, '.card .right')
  await eventually(
    () => readFirefoxOverlay(session.browser, page.url(), '.card [role="status"]'),
    said => said.includes(messages.failure_private_window.message),
  )
})

it('says in the popup there that the history is in normal windows', async () => {
  await openFirefoxPopup(session, page)
  const read = () =>
    runInPage(session.browser, popupAddress(session), ({ document }) => ({
      trouble: document.querySelector('.history .trouble')?.textContent,
      site: document.querySelector('#site-switch')?.ariaChecked,
    }))
  await eventually(read, ({ trouble, site }) => trouble === messages.history_private.message && site === 'true')
  await closeFirefoxPopup(session)
})

it('remembers nothing of it', async () => {
  await page.close()
  // Whatever came before is stored when this is.
  const later = await session.visit(img('1f45f'))
  await eventually(
    () => readFirefoxBadges(later),
    badges => badges.length === 1,
  )
  const history = await session.openOwnPage('history-page')
  const labels = await eventually(
    () => history.$$eval('.cell .what strong', all => all.map(({ textContent }) => textContent)),
    labels => labels.includes('Sneakers'),
  )
  expect(labels.sort()).toEqual(['Jacket', 'Sneakers'])
})
