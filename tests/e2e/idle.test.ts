import type { Page, Target } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serviceWorker } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

const picture = (code: string, variant: number) =>
  `<img src="${picturePath(code, variant)}" alt="" style="width: 200px; height: 200px">`

it('stays closed after its timeout while every request is answered, and opens for the next request', async () => {
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  const page = await session.visit(picture('1f455', 61))
  await badgesOf(page, ['T-Shirt'])

  const host = await session.browser.waitForTarget(isHost)
  const gone = new Promise<void>(resolve =>
    session.browser.on('targetdestroyed', target => target === host && resolve()),
  )
  // The host's idle timer does the same after five minutes.
  void (await host.asPage()).evaluate(() => window.close()).catch(() => {})
  await gone
  await badgesOf(page, ['T-Shirt'])
  const worker = await serviceWorker(session)
  expect(await worker.evaluate(() => chrome.offscreen.hasDocument())).toBe(false)

  await page.evaluate(html => document.body.insertAdjacentHTML('beforeend', html), picture('1f45f', 61))
  await badgesOf(page, ['T-Shirt', 'Shoes'])
  expect(await worker.evaluate(() => chrome.offscreen.hasDocument())).toBe(true)
})

function badgesOf(page: Page, garments: string[]) {
  return eventually(
    async () => (await readBadges(page)).map(({ garment }) => garment),
    seen => seen.join() === garments.join(),
  )
}

function isHost(target: Target): boolean {
  return target.url().includes('/inference/index.html')
}
