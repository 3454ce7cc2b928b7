import type { Page } from 'puppeteer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
let page: Page
beforeAll(async () => {
  session = await openBadgedSession()
})
afterAll(() => session?.close())
beforeEach(async () => {
  page = await session.visit(`<img src="${picturePath('1f455', 71)}"><img src="${picturePath('1f456', 71)}">`)
  await badges(2)
})

const badges = (number: number) =>
  eventually(
    () => readBadges(page),
    badges => badges.length === number,
  )
const overlays = () => page.$$eval(overlaySelector, elements => elements.map(({ localName }) => localName))

/** Errors on the page's console while a user uses it: a script with a stale extension context throws at each step. */
async function errorsInUse(): Promise<unknown[]> {
  const errors: unknown[] = []
  page.on('pageerror', error => errors.push(error))
  await page.mouse.move(100, 100)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.evaluate(
    picture => {
      document.body.insertAdjacentHTML('beforeend', '<section></section>')
      document.body.append(Object.assign(new Image(), { src: picture }))
      scrollTo(0, 500)
      return new Promise(resolve => requestIdleCallback(resolve))
    },
    picturePath('1f45f', 71),
  )
  return errors
}

/** The part of the API of `chrome://extensions` that is used here. */
interface ExtensionsPage {
  developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> }
}

it('replaces the old badges when the extension is updated while a page is open', async () => {
  const before = await overlays()
  const extensions = await session.newPage()
  await extensions.goto('chrome://extensions/')
  // Without developer mode the browser keeps an unpacked extension disabled.
  await extensions.evaluate(() =>
    (chrome as unknown as ExtensionsPage).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  )
  await extensions.close()
  const own = await session.openOwnPage()
  const gone = new Promise(resolve => own.once('close', resolve))
  void own.evaluate(() => chrome.runtime.reload()).catch(() => {})
  await gone
  await page.bringToFront()
  await eventually(overlays, ([name, ...others]) => name !== undefined && name !== before[0] && others.length === 0)
  expect(await errorsInUse()).toEqual([])
  await badges(3)
})

it('removes its badges when the extension is disabled', async () => {
  const extensions = await session.newPage()
  await extensions.goto('chrome://extensions/')
  await page.bringToFront()
  await extensions.evaluate(id => chrome.management.setEnabled(id, false), session.extensionId)
  await eventually(overlays, names => names.length === 0)
  expect(await errorsInUse()).toEqual([])
})
