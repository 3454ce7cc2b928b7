import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import card from '../../models/apparel/card.json' with { type: 'json' }
import messages from '../../public/_locales/de/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { popupUrl, switchOn } from '../../scripts/drive/popup.ts'
import { translated } from '../../scripts/drive/translated.ts'
import { clickOn, fillHistory, openHistoryPage } from '../helpers/browser/history-page.ts'
import { openOptions } from '../helpers/browser/options-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { PHONE, touchFaults } from '../helpers/browser/touch.ts'
import { writeTaught } from '../helpers/browser/write-taught.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'

// German has the longest words.
let session: Session
let extension: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  extension = await translated('de')
  session = await openSession({ extension })
})
afterAll(async () => {
  await session?.close()
  for (const made of [extension, folder]) await rm(made, { recursive: true, force: true })
})

/** Expects that fingers can use the page as it is now. @param what is being looked at */
async function expectFits(page: Page, what: string): Promise<void> {
  expect.soft(await touchFaults(page), what).toEqual([])
}

it('fits the history page with its filters, its dialogs and a tag', async () => {
  const page = await openHistoryPage(session)
  await page.setViewport(PHONE)
  await page.waitForSelector('.empty')
  await expectFits(page, 'empty history')
  await fillHistory(page, 40)
  await expectFits(page, 'toast after an import')
  await page.reload()
  await page.waitForSelector('.cell')
  await expectFits(page, 'history')
  await page.locator('.unfold').click()
  await page.waitForSelector('aside[data-folded="false"]')
  await expectFits(page, 'filters')
  await page.locator('.swatch[aria-label^="Blau"]').click()
  await page.locator('.unfold').click()
  await page.waitForSelector('.in-force .chip')
  await expectFits(page, 'filtered history')
  await page.locator('.tick').click()
  await page.waitForSelector('[data-choice]')
  await expectFits(page, 'selection')
  await clickOn(page, '[data-choice] button', messages.choose_these.message)
  await page.waitForSelector('dialog [role="option"]')
  await expectFits(page, 'names')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { hidden: true })
  await clickOn(page, '[data-choice] button', messages.export.message)
  await page.waitForSelector('dialog form')
  await expectFits(page, 'export')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { hidden: true })
  await clickOn(page, '[data-choice] .link', messages.choice_none.message)
  await page.locator('.cell .title').click()
  await page.waitForSelector('.detail .facts')
  await page.locator('.detail .wrong').click()
  await page.waitForSelector('.detail [role="option"]')
  await expectFits(page, 'tag')
  await page.locator('.detail .danger').click()
  await page.waitForSelector('.toast button')
  await expectFits(page, 'toast')
  await page.close()
})

it('fits the popup of a badged page', async () => {
  const pictures = ['1f455', '1f45f', '1f9e5'].map(code => `<img src="${picturePath(code, 63)}">`)
  const shop = await session.visit(`<h1>Shoes &amp; more</h1>${pictures.join('')}`)
  await switchOn(session, shop)
  await eventually(
    () => readBadges(shop),
    badges => badges.length === 3,
  )
  // A phone shows the popup as a page, behind which the other stays the active one while it is read.
  await shop.bringToFront()
  const popup = await session.newPage({ background: true })
  await popup.setViewport(PHONE)
  await popup.goto(popupUrl(session.extensionId))
  for (const shown of ['[data-state="ready"]', '.shop[data-shop]', '.page-words summary', '.tags li:nth-child(3)'])
    await popup.waitForSelector(shown)
  await popup.bringToFront()
  await expectFits(popup, 'popup')
  await popup.$$eval('summary', all => {
    for (const summary of all) summary.click()
  })
  await expectFits(popup, 'popup with everything open')
  await popup.close()
  await shop.close()
})

it('fits the popup with the answer to an upload, and the names to correct it with', async () => {
  const popup = await session.openOwnPage()
  await popup.setViewport(PHONE)
  const path = join(folder, 'tee.jpg')
  await writeFile(path, await drawPicture('1f455', 64))
  await (await popup.waitForSelector('input[type="file"]'))?.uploadFile(path)
  await popup.locator('.toggle').click()
  await popup.waitForSelector('.why canvas')
  await expectFits(popup, 'upload')
  await popup.locator('.wrong').click()
  await popup.waitForSelector('[role="option"]')
  await expectFits(popup, 'upload with names')
  await popup.close()
})

it('fits the options page with what was taught, and the dialog that erases everything', async () => {
  const page = await openOptions(session)
  await page.setViewport(PHONE)
  await page.waitForSelector('.tiles li')
  await page.evaluate(writeTaught, 8, card.name, card.kinds.names.length)
  await page.waitForSelector('.example img')
  await expectFits(page, 'options')
  await page.locator('#erase').click()
  await page.waitForSelector('dialog[open] .acts')
  await expectFits(page, 'erase')
  await page.close()
})

it('fits the welcome page', async () => {
  const page = await session.newPage()
  await page.setViewport(PHONE)
  await page.goto(`chrome-extension://${session.extensionId}/src/welcome/index.html`)
  await page.waitForSelector('[data-state="ready"]')
  await page.locator('.samples button').click()
  await page.waitForSelector('.bars:not([aria-hidden="true"])')
  await expectFits(page, 'welcome')
  await page.close()
})
