import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openOptions } from '../helpers/browser/options-page.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

const sunglasses = picturePath('1f576-fe0f', 130)
const socks = picturePath('1f9e6', 130)

let session: Session
let page: Page
beforeAll(async () => {
  session = await openBadgedSession()
  page = await session.visit(`<img src="${sunglasses}" alt=""><img src="${socks}" alt="">`)
})
afterAll(() => session?.close())

it('names the kind of a garment, and its class when it opens', async () => {
  const [badge] = await untilBadgesAre(/^Sunglasses \d+%$/)
  await page.mouse.move((badge?.x ?? 0) + 4, (badge?.y ?? 0) + 4)
  await untilBadgesAre(/^Sunglasses (\d+%)\nSunglasses · Goggles \1/)
  await page.mouse.move(0, 0)
})

it.each([140, 104, 60, 40])('keeps a long name within a picture of %d px', async size => {
  const narrow = await session.visit(`<img src="${sunglasses}?${size}" alt="" width="${size}" height="${size}">`)
  const right = await narrow.$eval('img', img => img.getBoundingClientRect().right)
  await eventually(
    () => readBadges(narrow),
    ([badge]) => !!badge && badge.x + badge.width <= right + 1 && badge.text.startsWith('Sunglasses'),
  )
  await narrow.close()
})

it('says what a picture of none of the ten shows', async () => {
  await choose(session, page, session.shop.origin + socks)
  expect(await answerOf(page)).toMatch(/^Socks: not one of the ten\s*Socks · None of these/)
  await page.keyboard.press('Escape')
})

it('badges what is chosen beside the ten, on an open page and without a reload', async () => {
  const options = await openOptions(session, '#more-kinds')
  const top = () => options.$eval('#more-kinds', group => group.getBoundingClientRect().top)
  await eventually(top, top => Math.abs(top) < 100)
  expect(await options.$$eval('#more-kinds :checked', ({ length }) => length)).toBe(0)
  await options.locator('#more-kinds [name="socks"]').click()
  await options.waitForFunction(() =>
    [...document.querySelectorAll('[data-badged="true"] img')].some(img =>
      img.getAttribute('alt')?.startsWith('Socks'),
    ),
  )
  await page.bringToFront()
  await untilBadgesAre(/^Sunglasses \d+%$/, /^Socks \d+%$/)
  await options.bringToFront()
  await options.locator('#more-kinds [name="socks"]').click()
  await page.bringToFront()
  await untilBadgesAre(/^Sunglasses \d+%$/)
})

function untilBadgesAre(...texts: RegExp[]) {
  return eventually(
    () => readBadges(page),
    badges => badges.length === texts.length && badges.every(({ text }, i) => texts[i]?.test(text)),
  )
}
