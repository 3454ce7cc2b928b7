import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { runInPage } from '../../scripts/firefox/in-page.ts'
import { clickInPopup, closeFirefoxPopup, openFirefoxPopup, popupAddress } from '../../scripts/firefox/popup.ts'
import { answerPermission, chooseInMenu, grantedSites, stopEventPage } from '../helpers/firefox/browser-interface.ts'
import { boxesInFirefoxOverlay, firefoxAnswer, readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'
import { scene, scenePath } from '../shop/scene.ts'

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

it('describes the pictures to screen readers if the user wants that', async () => {
  const page = await session.visit(`<main><img src="${shirt}"><img src="${shelf[1]}" alt="Old shoes"></main>`)
  const html = () => page.$eval('main', main => main.innerHTML)
  const before = await html()
  await setOption('#alt-texts')
  await page.bringToFront()
  await eventually(
    () => page.$$eval('img', images => images.map(({ alt }) => alt)),
    ([first, second]) => first === 'T-Shirt' && second === 'Old shoes',
  )
  await setOption('#alt-texts')
  await eventually(html, now => now === before)
  await page.close()
})

it('badges each garment of a picture if the user wants that', async () => {
  const several = `<img src="${scenePath(33)}" alt="" style="width: 480px; height: 720px">`
  const page = await session.visit(`${several}<img src="${shirt}" alt="">`)
  await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length > 0,
  )
  expect(await boxesInFirefoxOverlay(page, '.mark-label')).toEqual([])
  await setOption('[name="garments"][value="each"]')
  await page.bringToFront()
  await eventually(
    () => boxesInFirefoxOverlay(page, '.mark-label'),
    labels => labels.length === scene.items.length,
  )
  await page.close()
})

/** Clicks a control of the settings, and resolves once its choice is stored. */
async function setOption(selector: string): Promise<void> {
  const options = await session.openOwnPage('options')
  const stored = () => options.evaluate(async () => JSON.stringify(await chrome.storage.local.get('settings')))
  const before = await stored()
  await (await options.waitForSelector(selector))?.evaluate(control => (control as HTMLElement).click())
  await eventually(stored, now => now !== before)
  await options.close()
}

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
