import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { asJson, syntheticHistory } from '../helpers/browser/history-file.ts'
import {
  clickFirstClass,
  clickOn,
  fillHistory,
  found,
  openHistoryPage,
  press,
  undoOnce,
  untilFound,
  untilSaid,
} from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'

const COUNT = 300

let session: Session
let folder: string
let page: Page
/** The history's content as an exported file. */
let history: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openSession()
  const browser = await session.browser.target().createCDPSession()
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  page = await openHistoryPage(session)
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true })
})

// Each test continues where the previous one ended, as a user would.
skipAfterFailure()

it('explains how to get tags while the history is empty', async () => {
  await page.waitForSelector('.empty')
  expect(await page.$eval('.empty', node => node.textContent)).toContain(messages.menu_ask.message)
  expect(await page.$('.grid')).toBeNull()
  expect(await faultsOf(page)).toEqual([])
})

it('names the invalid line of a refused file, and changes nothing', async () => {
  const lines = asJson(await syntheticHistory(5, Date.now())).split('\n')
  lines[3] = (lines[3] ?? '').replace('"confidence":0.6', '"confidence":6.6')
  await importFile('wrong.json', lines.join('\n'))
  await page.waitForSelector('.dialog .trouble')
  await soon(() => page.$eval('.dialog', node => node.textContent)).toContain('Line 4: “confidence”')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.dialog', { hidden: true })
  expect(await page.$('.empty')).not.toBeNull()
})

it('imports its own export, undoes that, and imports it again', async () => {
  await importFile('history.json', asJson(await syntheticHistory(COUNT, Date.now())))
  await untilFound(page, COUNT)
  await undoOnce(page, () => untilSaid(page, `New: ${COUNT}`))
  await page.waitForSelector('.empty')
  history = await fillHistory(page, COUNT)
})

it('exports everything as JSON, search results as CSV, and the selection as ZIP', async () => {
  expect((await exportAs('json')).toString()).toBe(history)
  await clickFirstClass(page)
  await untilFound(page, COUNT / 10)
  expect((await exportAs('csv')).toString().trim().split('\r\n')).toHaveLength(1 + COUNT / 10)
  await page.focus('.grid')
  await press(page, 'Control+Home', 'Space', 'ArrowRight', 'Space')
  await untilFound(page, 2)
  const files = Object.keys(unzipSync(await exportAs('zip')))
  expect(files.filter(name => name.endsWith('.webp'))).toHaveLength(2)
  await page.focus('.grid')
  await press(page, 'Escape')
  await page.locator('.in-force .link').click()
  await untilFound(page, COUNT)
})

it('asks before a lower limit deletes tags, and keeps those that a user asked for', async () => {
  await page.select('.storage select', '100')
  await page.waitForSelector('.dialog')
  await soon(() => page.$eval('.dialog h2', node => node.textContent)).toContain(`${COUNT - 100}`)
  expect(await faultsOf(page)).toEqual([])
  await press(page, 'Escape')
  await page.waitForSelector('.dialog', { hidden: true })
  expect(await found(page)).toBe(COUNT)
  await page.select('.storage select', '100')
  await page.locator('.dialog .danger').click()
  await untilFound(page, 100)
  await page.locator('.check:nth-of-type(2) input').click()
  await untilFound(page, Math.ceil(COUNT / 7))
})

async function importFile(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, text)
  const input = await page.waitForSelector('input.import-file')
  await input?.uploadFile(path)
}

/** Exports with the default choice, and reads the file that the browser saves. */
async function exportAs(format: 'json' | 'csv' | 'zip'): Promise<Buffer> {
  const isExport = (file: string) => file.startsWith('apparel-lens') && file.endsWith(`.${format}`)
  for (const file of await readdir(folder)) if (file.startsWith('apparel-lens')) await rm(join(folder, file))
  await clickOn(page, '.acts button', messages.export.message)
  await page.waitForSelector('.dialog form')
  await clickOn(page, '.dialog label', format.toUpperCase())
  await page.locator('.dialog .primary').click()
  const files = await eventually(
    () => readdir(folder),
    files => files.some(isExport),
  )
  await page.waitForSelector('.dialog', { hidden: true })
  return readFile(join(folder, files.find(isExport) ?? ''))
}
