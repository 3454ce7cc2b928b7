import type { Page, Target } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { picturePath } from '../shop/pictures.ts'
import { openSession, type Session } from './session.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

const picture = (code: string, variant: number) =>
  `<img src="${picturePath(code, variant)}" alt="" style="width: 200px; height: 200px">`

it('closes the host when nothing was asked for five minutes, and wakes it with the next question', async () => {
  await switchOn(session, await session.visit('<h1>Welcome</h1>'))
  // A tab that follows the host's status: it must not wake it again.
  const own = await session.openOwnPage()
  const page = await session.visit(picture('1f455', 61))
  await badgesOf(page, ['T-Shirt'])

  const host = await session.browser.waitForTarget(isHost)
  const gone = new Promise<void>(resolve =>
    session.browser.on('targetdestroyed', target => target === host && resolve()),
  )
  const debug = await host.createCDPSession()
  // The browser's own way to let the time of a page pass faster: its timers are those that ship.
  await debug.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 310_000 })
  await gone
  await page.bringToFront()
  await badgesOf(page, ['T-Shirt'])
  expect(await own.evaluate(() => chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }))).toEqual([])

  await page.evaluate(html => document.body.insertAdjacentHTML('beforeend', html), picture('1f45f', 61))
  await badgesOf(page, ['Shoes', 'T-Shirt'])
})

function badgesOf(page: Page, garments: string[]) {
  return eventually(
    async () => (await readBadges(page)).map(({ garment }) => garment).sort(),
    seen => seen.join() === garments.join(),
  )
}

function isHost(target: Target): boolean {
  return target.url().includes('/inference/index.html')
}
