import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { clickOn, drop, fillHistory, openHistoryPage, untilFound } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { classOfName, namesOf } from '../helpers/class-of-name.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture, garmentCodes, picturePath } from '../shop/pictures.ts'

/** Number of imported tags, and of tags from a page that the browser really showed. */
const [OTHERS, SEEN] = [100, 2 * garmentCodes.length]

let session: Session
let folder: string
let page: Page
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openSession()
  page = await openHistoryPage(session)
  await fillHistory(page, OTHERS)
  const pictures = garmentCodes.map(code => `<img src="${picturePath(code, 31)}"><img src="${picturePath(code, 44)}">`)
  const shop = await session.visit(pictures.join(''))
  await switchOn(session, shop)
  await eventually(
    () => readBadges(shop),
    badges => badges.length === SEEN,
  )
  await shop.close()
  await untilFound(page, OTHERS + SEEN)
  await page.bringToFront()
  await page.keyboard.press('/')
  await page.keyboard.type('test shop')
  await untilFound(page, SEEN)
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true })
})

// Each test continues where the previous one ended, as a user would.
skipAfterFailure()

it('shows a tag with its page, its classes and its colours, and copies it', async () => {
  await page.waitForFunction(
    names => {
      const cells = [...document.querySelectorAll<HTMLElement>('.cell')]
      const tee = cells.find(cell => names.includes(cell.querySelector('strong')?.textContent ?? ''))
      tee?.click()
      return tee !== undefined
    },
    {},
    namesOf('T-Shirt'),
  )
  await page.waitForSelector('.detail .facts')
  for (const words of ['Test shop', messages.colour_green.message])
    await soon(() => page.$eval('.detail', node => node.textContent)).toContain(words)
  await soon(() => page.$$('.detail .bars li')).toHaveLength(11)
  await session.browser
    .defaultBrowserContext()
    .overridePermissions(`chrome-extension://${session.extensionId}`, ['clipboard-read'])
  await clickOn(page, '.detail .acts button', messages.copy_json.message)
  await page.waitForFunction(
    copied => document.querySelector('.detail .acts')?.textContent?.includes(copied),
    {},
    messages.copied.message,
  )
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
  expect(copied).toMatchObject({ label: 'T-Shirt', confidence: expect.any(Number) })
})

it('explains in words what goes with a tag', async () => {
  await clickOn(page, '.detail .outfit button', messages.outfit_find.message)
  await soon(async () => (await page.$$('.outfit li')).length).toBeGreaterThan(3)
  const pieces = await page.$$eval('.outfit li', items =>
    items.map(item => ({ garment: item.querySelector('img')?.alt, reason: item.textContent })),
  )
  expect(await faultsOf(page)).toEqual([])
  for (const { garment, reason } of pieces) {
    expect(classOfName(garment ?? '')).not.toBe('T-Shirt')
    expect(reason).toMatch(/Picks up|Shades of|neighbours|opposites|colour wheel|neutral/)
  }
})

it('finds tags that look like one, within the active filters', async () => {
  await clickOn(page, '.detail .acts button', messages.similar_find.message)
  const similar = await untilSimilar()
  expect(classOfCell(similar[0])).toBe('T-Shirt')
  await page.waitForFunction(() => /^\?like=[\da-f]{64}$/.test(location.search))
  await page.locator('.swatch[aria-label^="blue"]').click()
  await eventually(
    () => page.$$eval('.cell .what', cells => cells.map(cell => cell.textContent ?? '')),
    cells => cells.length > 0 && classOfCell(cells[0]) !== 'Shoes' && cells.length < similar.length,
  )
  await page.locator('.like-bar button').click()
  await page.waitForSelector('.like-bar', { hidden: true })
  await page.locator('.in-force .link').click()
})

it('finds tags that look like an uploaded picture, and keeps nothing of the picture', async () => {
  await untilFound(page, OTHERS + SEEN)
  const path = join(folder, 'shoe.jpg')
  await writeFile(path, await drawPicture('1f45f', 60))
  const input = await page.$('input.picture-file')
  await input?.uploadFile(path)
  const similar = await untilSimilar()
  expect(similar.slice(0, 2).map(classOfCell)).toEqual(['Shoes', 'Shoes'])
  await page.locator('.like-bar button').click()
  await untilFound(page, OTHERS + SEEN)
  await drop(page, 'letter.png', 'image/png', Buffer.from('Dear Sir or Madam'))
  await page.waitForSelector('.like-bar .trouble')
  await soon(() => page.$eval('.like-bar', node => node.textContent)).toContain(messages.failure_not_a_picture.message)
  await page.locator('.like-bar button').click()
  await untilFound(page, OTHERS + SEEN)
})

/** The text of each listed tag, once the list shows similar tags. */
function untilSimilar(): Promise<string[]> {
  return eventually(
    () => page.$$eval('.cell .what', cells => cells.map(cell => cell.textContent ?? '')),
    cells => cells.length > 0 && cells.every(cell => cell.includes('alike')),
  )
}

/** The class of what a cell shows, such as "Sneakers 97% alike". */
function classOfCell(words = ''): string {
  return classOfName(words.replace(/ \d.*$/, ''))
}
