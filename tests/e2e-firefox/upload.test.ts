import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { clickInPopup, openFirefoxPopup } from '../../scripts/firefox/popup.ts'
import { untilOpened } from '../helpers/firefox/own-tab.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { drawPicture } from '../shop/pictures.ts'
import { drawScene, scene } from '../shop/scene.ts'

let session: FirefoxSession
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openFirefoxSession()
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true })
})

it.each([
  ['names the garment of an uploaded picture', '1f455', /^T-Shirt$/],
  ['says when an uploaded picture shows none of the ten garments', '1f408', messages.answer_none.message],
])('%s', async (_, code, verdict) => {
  const popup = await session.openOwnPage('popup')
  expect(await verdictOn(popup, code)).toMatch(verdict)
  await popup.close()
})

it('lets the user choose a file in a window of its own, because a file picker closes the popup', async () => {
  await openFirefoxPopup(session, await session.visit('<h1>Shoes</h1>'))
  await clickInPopup(session, '.try .choose')
  const chooser = await untilOpened(session, 'src/popup/index.html?choose')
  expect(await chooser.$('.this-page')).toBeNull()
  expect(await verdictOn(chooser, '1f45f')).toMatch(/^Sneakers$/)
  await chooser.close()
})

it('lists and marks each garment of a picture that shows several', async () => {
  const popup = await session.openOwnPage('popup')
  expect(await verdictOn(popup, 'scene', await drawScene(31))).not.toBe('')
  await popup.waitForSelector('.worn li')
  expect(await popup.$$eval('.worn li', all => all.length)).toBe(scene.items.length)
  expect(await popup.$$eval('.worn-box', all => all.length)).toBe(scene.items.length)
  await popup.close()
})

/** Uploads a picture, by default one of the test shop. @returns what the page says of it */
async function verdictOn(page: Page, code: string, bytes?: Uint8Array): Promise<string | null> {
  const path = join(folder, `${code}.jpg`)
  await writeFile(path, bytes ?? (await drawPicture(code, 12)))
  await (await page.waitForSelector('input[type="file"]'))?.uploadFile(path)
  const idle: (string | null)[] = [messages.try_hint.message, messages.answer_looking.message]
  return eventually(
    () => page.$eval('.verdict', element => element.textContent),
    said => !idle.includes(said),
  )
}
