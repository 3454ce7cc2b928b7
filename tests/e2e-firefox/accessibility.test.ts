import axe from 'axe-core'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillHistory } from '../helpers/browser/history-page.ts'
import { PHONE, touchFaults } from '../helpers/browser/touch.ts'
import { showTheme } from '../helpers/firefox/browser-interface.ts'
import { type FirefoxSession, openFirefoxSession, switchSiteOn } from '../helpers/firefox/session.ts'
import { picturePath } from '../shop/pictures.ts'

const DESKTOP = { width: 1280, height: 900 }

let session: FirefoxSession
let shop: Page
beforeAll(async () => {
  // A touch screen. Without it there is nothing to say of the size of targets.
  session = await openFirefoxSession({
    preferences: { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 },
  })
  shop = await session.visit(`<h1>Shoes</h1><img src="${picturePath('1f45f', 31)}" alt="">`)
  await switchSiteOn(session, shop)
})
afterAll(() => session?.close())

it.each([
  ['popup', '.tags li', () => session.openPopupBehind(shop)],
  ['welcome page', '[data-state="ready"]', () => session.openOwnPage('welcome')],
  ['options page', '.tiles li', () => session.openOwnPage('options')],
  ['history page', '.cell', () => openFilledHistory()],
])('axe finds no fault on the %s, wide or narrow, light or dark, and fingers can use it', async (_, drawn, open) => {
  const page = await open()
  await page.waitForSelector(drawn)
  await page.bringToFront()
  for (const viewport of [DESKTOP, { width: PHONE.width, height: PHONE.height }]) {
    await page.setViewport(viewport)
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(session.browser, theme)
      expect.soft(await faultsOf(page), `${viewport.width} px, ${theme}`).toEqual([])
    }
  }
  expect.soft(await touchFaults(page)).toEqual([])
  await page.close()
})

async function openFilledHistory(): Promise<Page> {
  const page = await session.openOwnPage('history-page')
  await page.waitForSelector('.empty, .cell')
  await fillHistory(page, 39, 1)
  return page
}

/** The violations that axe finds on a page, as `rule: element`. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    // Colours on their way to others would be checked.
    for (const animation of document.getAnimations()) animation.finish()
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  })
}
