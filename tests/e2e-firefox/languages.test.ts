import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type messages from '../../public/_locales/en/messages.json'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { runInPage } from '../../scripts/firefox/in-page.ts'
import { readFirefoxOverlay } from '../../scripts/firefox/overlay.ts'
import { chooseInMenu } from '../helpers/firefox/browser-interface.ts'
import { speak } from '../helpers/firefox/language.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: FirefoxSession
beforeAll(async () => {
  session = await openFirefoxSession()
})
afterAll(() => session?.close())

/** Pages, an element that each draws last, and the text of its heading. The first is opened in every language. */
const pages: [string, string, keyof typeof messages][] = [
  ['options', '.tiles li', 'options_heading'],
  ['popup', '.empty, .tags li', 'name'],
  ['welcome', '[data-state="ready"]', 'welcome_title'],
  ['history-page', '.empty, .cell', 'history_title'],
]

/** One is written from right to left, and one has the longest words. */
const seenOnAllPages = ['ar', 'de']

it.each(readdirSync('public/_locales'))('speaks the language %s on its pages and in the answer', async tag => {
  await speak(session.browser, tag)
  const words: typeof messages = JSON.parse(readFileSync(`public/_locales/${tag}/messages.json`, 'utf8'))
  for (const [name, drawn, heading] of pages.slice(0, seenOnAllPages.includes(tag) ? pages.length : 1)) {
    const page = await session.openOwnPage(name)
    await page.waitForSelector(drawn)
    const shown = await page.evaluate(() => {
      const { lang, dir, scrollWidth } = document.documentElement
      return { lang, dir, heading: document.querySelector('h1')?.textContent, isWide: scrollWidth > innerWidth }
    })
    expect.soft(shown, name).toEqual({
      lang: tag,
      dir: words.direction.message,
      heading: words[heading].message,
      isWide: false,
    })
    await page.close()
  }
  const page = await session.visit(`<img src="${picturePath('1f455', 97)}" alt="">`)
  await chooseInMenu(page, 'ask')
  await eventually(
    () => readFirefoxOverlay(session.browser, page.url(), '.card .status'),
    said => said.join().includes(words.class_T_Shirt.message),
  )
  const direction = await runInPage(
    session.browser,
    page.url(),
    (window, overlay) => {
      const host = window.document.querySelector<Element & { openOrClosedShadowRoot: ShadowRoot | null }>(overlay)
      const card = host?.openOrClosedShadowRoot?.querySelector('.card')
      return card ? window.getComputedStyle(card).direction : undefined
    },
    overlaySelector,
  )
  expect(direction).toBe(words.direction.message)
  await page.close()
})
