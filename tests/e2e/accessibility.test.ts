import { rm } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openPopup, switchOn } from '../../scripts/drive/popup.ts'
import { translated } from '../../scripts/drive/translated.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { tabTo, walkByTab } from '../helpers/browser/tab-stops.ts'
import { picturePath } from '../shop/pictures.ts'

describe.each(['en', 'ar'])('in the language %s', locale => {
  let session: Session
  let extension: string | undefined
  let shop: Page
  beforeAll(async () => {
    extension = await translated(locale)
    session = await openSession({ extension })
    const pictures = ['1f455', '1f45f', '1f9e5'].map(code => `<img src="${picturePath(code, 31)}">`)
    shop = await session.visit(`<h1>Shoes &amp; more</h1>${pictures.join('')}<button>Buy</button>`)
    await switchOn(session, shop)
    await eventually(
      () => readBadges(shop),
      badges => badges.length === 3,
    )
  })
  afterAll(async () => {
    await session?.close()
    if (extension) await rm(extension, { recursive: true, force: true, maxRetries: 5 })
  })

  const open = async (name: string) => {
    const page = await session.newPage()
    await page.goto(`chrome-extension://${session.extensionId}/src/${name}/index.html`)
    await page.bringToFront()
    return page
  }

  it('axe finds no fault in the popup, and Tab reaches every control', async () => {
    const popup = await openPopup(session, shop)
    // Tabbing through the page would miss elements that appear later.
    await untilShown(
      popup,
      '[data-state="ready"]',
      '.shop[data-shop]',
      '.page-words summary',
      '.tags li:nth-child(3)',
      '.chip',
    )
    await expectAccessible(popup)
    await popup.close()
  })

  it('the keyboard alone switches the site off in the popup', async () => {
    const popup = await openPopup(session, shop)
    await popup.waitForSelector('#site-switch[aria-checked="true"]')
    await tabTo(popup, '#site-switch')
    await popup.keyboard.press('Space')
    await popup.waitForSelector('#site-switch[aria-checked="false"]')
    await eventually(
      () => readBadges(shop),
      badges => badges.length === 0,
    )
    await popup.close()
  })

  it('axe finds no fault on the welcome page, and Tab reaches every control', async () => {
    const page = await open('welcome')
    await page.waitForSelector('[data-state="ready"]')
    await expectAccessible(page)
    // Try a sample picture with the keyboard alone.
    await tabTo(page, '.samples button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.bars:not([aria-hidden="true"])')
    await expectAccessible(page)
    await page.close()
  })

  it('axe finds no fault on the history page, and Tab reaches every control', async () => {
    const page = await open('history-page')
    await untilShown(page, '.row .cell:nth-child(3) img', '#site:not(:disabled)', 'main > .chips .chip')
    await expectAccessible(page)
    await page.close()
  })

  it('axe finds no fault on the options page, and Tab reaches every control', async () => {
    const page = await open('options')
    await untilShown(page, '.tiles li', '#site-list li', '#all-shops:not(:disabled)', '#shortcuts dd', '.ways li')
    await expectAccessible(page)
    // With the keyboard alone: set the confidence threshold, and open the dialog that erases everything.
    await tabTo(page, '#confidence')
    await page.keyboard.press('End')
    // Reloading earlier would discard a setting that is not stored yet.
    await page.waitForFunction(async () => {
      const { settings } = await chrome.storage.local.get('settings')
      return (settings as { confidence?: number } | undefined)?.confidence === 0.99
    })
    await page.reload()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#confidence')?.value === '99')
    await tabTo(page, '#erase')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open]')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { hidden: true })
    await page.waitForFunction(() => document.activeElement?.id === 'erase')
    await page.close()
  })
})

async function untilShown(page: Page, ...selectors: string[]): Promise<void> {
  await Promise.all(selectors.map(selector => page.waitForSelector(selector)))
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await walkByTab(page)).toMatchObject({ missed: [], unseen: [], isSameBack: true })
  // Open everything that folds.
  await page.$$eval('details', all => {
    for (const details of all) details.open = true
  })
  expect(await faultsOf(page)).toEqual([])
}
