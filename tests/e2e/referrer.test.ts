import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose, killServiceWorker, serviceWorker } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { grant } from '../helpers/browser/grant.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

const guarded = (code: string, variant: number) => picturePath(code, variant).replace('picture', 'guarded')
const img = (src: string) => `<img src="${src}" alt="">`

describe('pictures whose server requires a referrer', () => {
  let session: Session
  let here: string
  let there: string
  beforeAll(async () => {
    session = await openSession()
    here = session.shop.origin
    there = session.shop.elsewhere
    const page = await session.visit('<h1>Welcome</h1>')
    await switchOn(session, page)
    await page.goto(page.url().replace(here, there))
    await switchOn(session, page)
    await grant(
      session,
      ['badged', 'asked', 'shared'].map(name => `http://${name}.localhost/*`),
    )
    // Referrer rules expire after a while. Without timers, only returning them removes them.
    const worker = await serviceWorker(session)
    await worker.evaluate(() => {
      globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout
    })
  })
  afterAll(() => session?.close())

  it("are badged: the first request is refused, the later ones send the page's referrer", async () => {
    const paths = [guarded('1f455', 40), guarded('1f45f', 40), guarded('1f9e5', 40)]
    const page = await session.visit(paths.map(path => img(session.shop.host('badged') + path)).join(''))
    const badges = await eventually(
      () => readBadges(page),
      badges => badges.length === 3,
    )
    expect(badges.map(({ garment }) => garment)).toEqual(['T-Shirt', 'Shoes', 'Jacket'])
    const referrers = paths.map(path => session.shop.referrers(path))
    expect(referrers).toContainEqual(['', `${here}/`])
    for (const seen of referrers) expect(seen.at(-1)).toBe(`${here}/`)
    const more = guarded('1f455', 41)
    await page.evaluate(
      src => document.body.append(Object.assign(new Image(), { src })),
      session.shop.host('badged') + more,
    )
    await eventually(
      () => readBadges(page),
      badges => badges.length === 4,
    )
    expect(session.shop.referrers(more)).toEqual([`${here}/`])
    await untilNoRules()
  })

  it('are answered after a right click', async () => {
    const path = guarded('1f456', 42)
    const plain = session.shop.host('plain')
    const url = `${session.shop.host('asked')}${path}#front`
    const page = await visitLoaded(img(url), plain)
    await choose(session, page, url)
    expect(await answerOf(page)).toMatch(/^Trousers \d+%/)
    expect(session.shop.referrers(path)).toEqual(['', `${plain}/`])
    await untilNoRules()
  })

  it('are requested with the referrer of their own page, even while another page uses a rule', async () => {
    const held = guarded('1f45f', 43)
    const other = await session.visit('<h1>Another page</h1>', there)
    const plain = session.shop.host('plain')
    const heldUrl = `${session.shop.host('shared')}${held}?held-shared`
    const page = await visitLoaded(img(heldUrl), plain)
    await choose(session, page, heldUrl)
    await eventually(
      async () => session.shop.referrers(held),
      referrers => referrers.length === 2,
    )
    const path = guarded('1f9e5', 44)
    await other.bringToFront()
    await other.evaluate(
      src => document.body.append(Object.assign(new Image(), { src })),
      session.shop.host('shared') + path,
    )
    // Release it at once: the host waits for the first for no more than 10 s.
    await eventually(
      async () => session.shop.referrers(path),
      referrers => referrers.length === 2,
    )
    session.shop.release('shared')
    await eventually(
      () => readBadges(other),
      badges => badges.length === 1,
    )
    expect(session.shop.referrers(path)).toEqual(['', `${there}/`])
    expect(await answerOf(page)).toMatch(/^(Shoes|Sneakers) \d+%/)
    expect(session.shop.referrers(held)).toEqual(['', `${plain}/`])
  })

  it('get no referrer from a rule that a killed service worker left behind', async () => {
    const own = await session.openOwnPage()
    await own.evaluate(() =>
      chrome.declarativeNetRequest.updateSessionRules({
        addRules: [
          { id: 1, action: { type: 'block' as chrome.declarativeNetRequest.RuleActionType.BLOCK }, condition: {} },
        ],
      }),
    )
    await killServiceWorker(session)
    await own.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' }))
    await untilNoRules()
  })

  async function visitLoaded(html: string, origin: string): Promise<Page> {
    const page = await session.visit(html, origin)
    await page.waitForFunction(() => document.images[0]?.complete)
    return page
  }

  async function untilNoRules(): Promise<void> {
    const own = await session.openOwnPage()
    await eventually(
      () => own.evaluate(() => chrome.declarativeNetRequest.getSessionRules()),
      rules => rules.length === 0,
    )
    await own.close()
  }
})
