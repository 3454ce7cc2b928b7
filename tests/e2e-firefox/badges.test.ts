import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import {
  answerPermission,
  chooseInMenu,
  firefoxAnswer,
  grantedSites,
  stopEventPage,
} from '../helpers/firefox/browser-interface.ts'
import { readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
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
it('answers a right click without any permission', async () => {
  const page = await session.visit(html)
  expect(await grantedSites(session.browser)).toEqual([])
  const { x, y } = await page.$eval('img', image => image.getBoundingClientRect().toJSON())
  await chooseInMenu(page, x + 100, y + 100, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt \d+%/)
  expect(await readFirefoxBadges(page)).toEqual([])
  await page.close()
})

it('badges nothing where the user denies the permission, and still answers a right click', async () => {
  const page = await session.visit(html)
  const popup = await session.openPopup(page)
  await popup.locator('#site-switch[aria-checked="false"]:not(:disabled)').click()
  await answerPermission(session.browser, false)
  await popup.waitForSelector('#site-switch[aria-checked="false"]:not(:disabled)')
  await popup.close()
  expect(await grantedSites(session.browser)).toEqual([])
  const { x, y } = await page.$eval('img', image => image.getBoundingClientRect().toJSON())
  await chooseInMenu(page, x + 100, y + 100, 'ask')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt \d+%/)
  expect(await readFirefoxBadges(page)).toEqual([])
  await page.close()
})

it('badges the pictures of a site that the user grants', async () => {
  const page = await session.visit(html)
  const popup = await session.openPopup(page)
  await popup.locator('#site-switch[aria-checked="false"]:not(:disabled)').click()
  await answerPermission(session.browser, true)
  await popup.waitForSelector('#site-switch[aria-checked="true"]')
  await popup.close()
  expect(await grantedSites(session.browser)).toEqual(['http://127.0.0.1/*'])
  const badges = await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === 3,
  )
  expect(badges.map(({ garment }) => garment)).toEqual(['T-Shirt', 'Shoes', 'Jacket'])
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
  const badges = await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === 3,
  )
  expect(badges.map(({ garment }) => garment)).toEqual(['T-Shirt', 'Shoes', 'Jacket'])
})
