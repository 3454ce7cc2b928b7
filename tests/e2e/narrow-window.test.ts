import { rm } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { translated } from '../../scripts/drive/translated.ts'
import { asJson, syntheticHistory } from '../helpers/browser/history-file.ts'
import { drop, openHistoryPage, untilSaid } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'

// German has the longest words.
let session: Session
let extension: string
beforeAll(async () => {
  extension = await translated('de')
  session = await openSession({ extension })
})
afterAll(async () => {
  await session?.close()
  await rm(extension, { recursive: true, force: true })
})

/** Pages, and an element that each draws last. */
const pages = [
  ['welcome', '[data-state="ready"]'],
  ['options', '.tiles li'],
  ['history-page', '.empty'],
] as const

it.each(pages)('has no words beyond the edge of a narrow window: %s', async (name, drawn) => {
  const page = await session.newPage()
  await page.setViewport({ width: 320, height: 640 })
  await page.goto(`chrome-extension://${session.extensionId}/src/${name}/index.html`)
  await page.waitForSelector(drawn)
  // A late font or picture still changes widths; two frames later the layout is the one that a user sees.
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.close()
})

it('shows the toast across a narrow window, with room around its words', async () => {
  const page = await openHistoryPage(session)
  await page.setViewport({ width: 320, height: 640 })
  const history = Buffer.from(asJson(await syntheticHistory(3, Date.now())))
  await drop(page, 'history.json', 'application/json', history)
  await untilSaid(page, 'Rückgängig')
  expect((await boxes(page)).toast.width).toBeGreaterThan(200)
  await drop(page, 'history.json', 'application/json', history)
  await untilSaid(page, 'Neu: 0')
  const { toast, words } = await boxes(page)
  expect(Math.min(words.left - toast.left, toast.right - words.right)).toBeGreaterThanOrEqual(12)
})

/** Boxes of the toast and of the words in it. */
function boxes(page: Page): Promise<Record<'toast' | 'words', DOMRect>> {
  return page.$eval('.toast', toast => {
    const words = document.createRange()
    words.selectNodeContents(toast)
    return { toast: toast.getBoundingClientRect().toJSON(), words: words.getBoundingClientRect().toJSON() }
  })
}
