import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { runInPage } from '../../scripts/firefox/in-page.ts'
import { clickInPopup, closeFirefoxPopup, openFirefoxPopup, popupAddress } from '../../scripts/firefox/popup.ts'
import { answerPermission, chooseInMenu, grantedSites, stopEventPage } from '../helpers/firefox/browser-interface.ts'
import { firefoxAnswer, readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

let session: FirefoxSession
beforeAll(async () => {
  session = await openFirefoxSession()
})
afterAll(() => session?.close())

const shirt = picturePath('1f455', 3)
const shelf = [shirt, picturePath('1f45f', 3), picturePath('1f9e5', 3)]
const html = `<h1>Shoes &amp; more</h1>${shelf.map(src => `<img src="${src}" alt="">`).join('')}`

// Each test continues where the previous one ended, as a user would.
skipAfterFailure()

it('answers a right click without any permission', async () => {
  const page = await session.visit(html)
  expect(await grantedSites(session.browser)).toEqual([])
  await chooseInMenu(page, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt \d+%/)
  expect(await readFirefoxBadges(page)).toEqual([])
  await page.close()
})

it('badges nothing where the user denies the permission, and still answers a right click', async () => {
  const page = await session.visit(html)
  await pressSiteSwitch(page)
  await answerPermission(session.browser, false)
  await closeFirefoxPopup(session)
  expect(await grantedSites(session.browser)).toEqual([])
  await chooseInMenu(page, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt \d+%/)
  expect(await readFirefoxBadges(page)).toEqual([])
  await page.close()
})

it('badges the pictures of a site that the user grants', async () => {
  const page = await session.visit(html)
  await pressSiteSwitch(page)
  await answerPermission(session.browser, true)
  await closeFirefoxPopup(session)
  await soon(() => garmentsOn(page)).toEqual(['T-Shirt', 'Shoes', 'Jacket'])
  expect(await grantedSites(session.browser)).toEqual(['http://127.0.0.1/*'])
  await page.close()
})

it('badges every picture although Firefox stops the event page in mid-queue', async () => {
  const held = shelf.map(src => `${src.replace(/3$/, '4')}?held-queue`)
  const page = await session.visit(held.map(src => `<img src="${src}" alt="">`).join(''))
  // All are asked for, and none is answered.
  await eventually(
    async () => held.map(src => session.shop.fetches(src)),
    counts => counts.every(count => count > 0),
  )
  await stopEventPage(session.browser)
  session.shop.release('queue')
  await soon(() => garmentsOn(page)).toEqual(['T-Shirt', 'Shoes', 'Jacket'])
})

async function garmentsOn(page: Page): Promise<string[]> {
  return (await readFirefoxBadges(page)).map(({ garment }) => garment)
}

/** Presses the switch for the page's site in the popup, which makes Firefox ask for the permission. */
async function pressSiteSwitch(page: Page): Promise<void> {
  await openFirefoxPopup(session, page)
  await eventually(
    () =>
      runInPage(session.browser, popupAddress(session), ({ document }) => {
        const found = document.querySelector<HTMLButtonElement>('#site-switch[aria-checked="false"]')
        return found !== null && !found.disabled
      }),
    isReady => isReady,
  )
  await clickInPopup(session, '#site-switch')
}
