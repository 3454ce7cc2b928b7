import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { popupUrl } from '../../scripts/drive/popup.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { asJson, syntheticHistory } from '../helpers/browser/history-file.ts'
import { clickOn, drop, openHistoryPage, press, undoOnce, untilFound } from '../helpers/browser/history-page.ts'
import { openOptions } from '../helpers/browser/options-page.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { withKinds } from '../helpers/browser/tags-with-kinds.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

const COUNT = 120
let session: Session
let page: Page
/** Numbers of tags by class and kind. */
let counts: (garment: string, kind?: string) => number
beforeAll(async () => {
  session = await openBadgedSession()
  page = await openHistoryPage(session)
  const tags = withKinds(await syntheticHistory(COUNT, Date.now()))
  counts = (garment, kind) => tags.filter(tag => tag.garment === garment && (!kind || tag.kind === kind)).length
  await drop(page, 'history.json', 'application/json', Buffer.from(asJson(tags)))
  await untilFound(page, COUNT)
})
afterAll(() => session?.close())

// Each test continues where the previous one ended, as a user would.
skipAfterFailure()

it('offers kinds of none of the ten beside the classes, and the kinds of a chosen class below', async () => {
  await untilChipsInclude(`Shoes${counts('Shoes')}`, `Dress${counts('none', 'Dress')}`)
  expect(await chips()).not.toContain(`Boots${counts('Shoes', 'Boot')}`)
  await clickOn(page, '.chip', 'Shoes')
  await untilFound(page, counts('Shoes'))
  await untilChipsInclude(`Boots${counts('Shoes', 'Boot')}`)
  await clickOn(page, '.chip', 'Boots')
  await untilFound(page, counts('Shoes', 'Boot'))
  await clickOn(page, '.chip', 'Dress')
  await untilFound(page, counts('Shoes', 'Boot') + counts('none', 'Dress'))
  await page.waitForFunction(() => location.search === '?class=Shoes&kind=Boot&kind=Dress')
  expect(await faultsOf(page)).toEqual([])
})

it('shows the same part of the history when its address is opened again, and combines it with other filters', async () => {
  await page.reload()
  await untilFound(page, counts('Shoes', 'Boot') + counts('none', 'Dress'))
  await page.locator('.filter .check input').click()
  await untilFound(page, 0)
  await page.locator('.filter .check input').click()
  // A kind of shoes is called Shoes too.
  await clickOn(page, '.chips:not(.narrower) .chip', 'Shoes')
  await untilFound(page, counts('none', 'Dress'))
  await clickOn(page, '.in-force .chip', 'Dress')
  await untilFound(page, COUNT)
})

it.each([
  ['boot', 'Shoes', 'Boot'],
  ['sneakers', 'Shoes', 'Sneaker'],
  ['dresses', 'none', 'Dress'],
])('finds "%s"', async (words, garment, kind) => {
  await page.keyboard.press('/')
  await press(page, 'Control+A')
  await page.keyboard.type(words)
  await untilFound(page, counts(garment, kind))
})

it('shows the kind of a tag, deletes it and brings it back', async () => {
  await untilFound(page, counts('none', 'Dress'))
  await untilFirstCellSays('Dress')
  await page.locator('.cell').click()
  await page.waitForSelector('.detail .facts')
  await soon(() => page.$eval('.detail h2', title => title.textContent)).toMatch(/^Dress \d+%$/)
  await page.keyboard.press('Delete')
  await undoOnce(page, () => untilFound(page, counts('none', 'Dress') - 1))
  await untilFound(page, counts('none', 'Dress'))
})

it('lists and searches kinds in the popup', async () => {
  const popup = await session.newPage()
  await popup.goto(popupUrl(session.extensionId))
  await clickOn(popup, '.chip', 'Shoes')
  await clickOn(popup, '.chip', 'Boots')
  const names = () => popup.$$eval('.tile', tiles => tiles.map(tile => tile.getAttribute('aria-label')?.split(',')[0]))
  await soon(names).toEqual(Array(counts('Shoes', 'Boot')).fill('Boots'))
  await soon(() => popup.$eval('.all', link => new URL((link as HTMLAnchorElement).href).search)).toBe(
    '?class=Shoes&kind=Boot',
  )
  await popup.close()
  await page.bringToFront()
  await page.locator('.in-force .link').click()
  await untilFound(page, COUNT)
})

it('keeps what is badged beside the ten, also if that is chosen while the page is open', async () => {
  const [socks, sunglasses] = [picturePath('1f9e6', 130), picturePath('1f576-fe0f', 130)]
  const shop = await session.visit(`<img src="${socks}" alt=""><img src="${sunglasses}" alt="">`)
  const untilBadges = (count: number) =>
    eventually(
      () => readBadges(shop),
      badges => badges.length === count,
    )
  await untilBadges(1)
  // Nothing is kept of an answer that nobody has asked to keep.
  await choose(session, shop, session.shop.origin + socks)
  expect(await answerOf(shop)).toContain('Socks')
  await shop.keyboard.press('Escape')
  const options = await openOptions(session, '#more-kinds')
  await options.locator('#more-kinds [name="socks"]').click()
  await shop.bringToFront()
  await untilBadges(2)
  // The badge comes from the earlier answer, and the tag from the next, which the page withdraws while it is hidden.
  await untilStored(page, shop.url(), 2)
  await page.bringToFront()
  await untilFound(page, COUNT + 2)
  await clickOn(page, '.chip', 'Socks')
  await untilFound(page, 1)
  await untilFirstCellSays('Test shop')
  await page.waitForSelector('.cell img')
})

/** The cells follow the number of the results. */
function untilFirstCellSays(words: string) {
  return page.waitForFunction(words => document.querySelector('.cell')?.textContent?.includes(words), {}, words)
}

function chips(): Promise<string[]> {
  return page.$$eval('main > .chips .chip', chips => chips.map(chip => chip.textContent ?? ''))
}

function untilChipsInclude(...wanted: string[]) {
  return eventually(chips, chips => wanted.every(chip => chips.includes(chip)))
}
