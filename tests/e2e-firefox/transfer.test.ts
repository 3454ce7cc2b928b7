import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { asJson, syntheticHistory } from '../helpers/browser/history-file.ts'
import { clickOn, untilFound, untilSaid } from '../helpers/browser/history-page.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { drawPicture } from '../shop/pictures.ts'

const COUNT = 60

let session: FirefoxSession
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openFirefoxSession({
    preferences: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
  })
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

it('imports a history, takes it back, and exports it again as it was', async () => {
  const page = await session.openOwnPage('history-page')
  await page.waitForSelector('.empty')
  const history = asJson(await syntheticHistory(COUNT, Date.now()))
  await giveFile(page, '.import-file', 'history.txt', history)
  await untilSaid(page, `New: ${COUNT}`)
  await clickOn(page, '.toast button', messages.undo.message)
  await page.waitForSelector('.empty')
  await giveFile(page, '.import-file', 'history.txt', history)
  await untilFound(page, COUNT)
  const exportAs = async (format: 'json' | 'csv' | 'zip') => {
    await clickOn(page, '.acts button', messages.export.message)
    await page.waitForSelector('.dialog form')
    await clickOn(page, '.dialog label', format.toUpperCase())
    await clickOn(page, '.dialog .primary', messages.export_do.message)
    return untilSaved(format)
  }
  expect((await exportAs('json')).toString()).toBe(history)
  expect((await exportAs('csv')).toString().trim().split('\r\n')).toHaveLength(1 + COUNT)
  expect(Object.keys(unzipSync(await exportAs('zip'))).filter(name => name.endsWith('.webp'))).toHaveLength(COUNT)
  await page.close()
})

it('exports what was taught, erases it, and imports it again', async () => {
  const page = await session.openOwnPage('options')
  await page.waitForSelector('.ways li')
  await page.bringToFront()
  await giveFile(page, '.pictures-file', 'tee.jpg', await drawPicture('1f455', 5))
  await page.waitForSelector('dialog[open] [role="combobox"]')
  await page.type('[role="combobox"]', 'Haori')
  await clickOn(page, '[role="option"]', messages.teach_own.message.replace('$1', 'Haori'))
  const names = () => page.$$eval('.kind-name', fields => fields.map(field => (field as HTMLInputElement).value))
  const isTaught = (names: string[]) => names.join() === 'Haori'
  await eventually(names, isTaught)
  await page.waitForSelector('.example img')
  await clickOn(page, '#taught .choose', messages.export.message)
  const taught = (await untilSaved('json')).toString()
  await clickOn(page, '#taught > .taught-acts .danger', messages.taught_erase.message)
  await clickOn(page, 'dialog .danger', messages.taught_erase_now.message)
  await page.waitForSelector('.ways li')
  await giveFile(page, '.taught-file', 'taught.txt', taught)
  await eventually(names, isTaught)
  await page.waitForSelector('.example img')
  await page.close()
})

/** Chooses a file as a user does in the dialog that a hidden input opens. */
async function giveFile(page: Page, selector: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, content)
  await ((await page.waitForSelector(selector)) as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(path)
}

/** Waits until Firefox has saved an export, and takes it out of the folder. */
async function untilSaved(format: string): Promise<Buffer> {
  const [name = ''] = await eventually(
    async () => (await readdir(folder)).sort(),
    // Firefox writes into a file of another name first, beside an empty one of the final name.
    files => files.some(file => file.endsWith(`.${format}`)) && !files.some(file => file.endsWith('.part')),
  ).then(files => files.filter(file => file.endsWith(`.${format}`)))
  const path = join(folder, name)
  const saved = await eventually(
    () => readFile(path),
    ({ length }) => length > 0,
  )
  await rm(path)
  return saved
}
