import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { drawPicture } from '../shop/pictures.ts'

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

/** Uploads a picture of the test shop. @returns what the page says of it */
async function verdictOn(page: Page, code: string): Promise<string | null> {
  const path = join(folder, `${code}.jpg`)
  await writeFile(path, await drawPicture(code, 12))
  await (await page.waitForSelector('input[type="file"]'))?.uploadFile(path)
  const idle: (string | null)[] = [messages.try_hint.message, messages.answer_looking.message]
  return eventually(
    () => page.$eval('.verdict', element => element.textContent),
    said => !idle.includes(said),
  )
}
