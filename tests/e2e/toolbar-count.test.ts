import type { Page } from 'puppeteer'
import { afterAll, beforeAll, it } from 'vitest'
import { killServiceWorker } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { switchOff, switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
let own: Page
beforeAll(async () => {
  session = await openSession()
  own = await session.openOwnPage()
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
})
afterAll(() => session?.close())

const img = (code: string, variant: number) => `<img src="${picturePath(code, variant)}" alt="">`

it('counts the garments of a page and its frames, as they come and go', async () => {
  const frame = session.shop.page(img('1f45f', 90) + img('1f408', 90))
  const page = await session.visit(
    `${img('1f455', 90)}${img('1fa73', 90)}<iframe src="${frame}" height="600"></iframe>`,
  )
  await untilNumberIs(page, '3')
  await untilTitleIs(page, /3/)

  await page.evaluate(() => document.images[0]?.remove())
  await untilNumberIs(page, '2')
  await page.$eval('iframe', (frame, src) => frame.setAttribute('src', src), session.shop.page(img('1f408', 94)))
  await untilNumberIs(page, '1')
  await page.$eval('iframe', (frame, src) => frame.setAttribute('src', src), frame)
  await untilNumberIs(page, '2')
  await killServiceWorker(session)
  await page.evaluate(() => document.querySelector('iframe')?.remove())
  await untilNumberIs(page, '1')
})

it('belongs to one page, and disappears with it', async () => {
  const one = await session.visit(img('1f455', 91))
  const two = await session.visit(`<div id="rack">${img('1f455', 92)}</div>`)
  await untilNumberIs(one, '1')
  await two.evaluate(() => {
    const rack = document.querySelector('#rack')
    const [image] = document.images
    // One picture shown many times is answered once.
    for (let i = 0; i < 120; i++) rack?.append(image?.cloneNode() as Node)
  })
  await untilNumberIs(two, '99+')
  await untilNumberIs(one, '1')
  await two.goto(session.shop.page('<h1>Nothing</h1>'))
  await untilNumberIs(two, '')
  await two.goBack()
  await untilNumberIs(two, '99+')
  // The extension cannot access that page.
  await two.goto('chrome://version')
  await untilNumberIs(two, '')
})

it('is missing on a page that is switched off', async () => {
  const page = await session.visit(img('1f455', 93))
  await untilNumberIs(page, '1')
  await switchOff(session, page)
  await untilNumberIs(page, '')
  await untilTitleIs(page, /^\D*$/)
})

async function untilNumberIs(page: Page, number: string): Promise<void> {
  await page.bringToFront()
  await eventually(
    () => ask((tabId: number) => chrome.action.getBadgeText({ tabId })),
    seen => seen === number,
  )
}

async function untilTitleIs(page: Page, words: RegExp): Promise<void> {
  await page.bringToFront()
  await eventually(
    () => ask((tabId: number) => chrome.action.getTitle({ tabId })),
    title => words.test(title),
  )
}

/** Asks about the tab in front. */
async function ask(question: (tabId: number) => Promise<string>): Promise<string> {
  const tabId = await own.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    return tab?.id ?? chrome.tabs.TAB_ID_NONE
  })
  return own.evaluate(question, tabId)
}
