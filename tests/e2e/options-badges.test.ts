import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { inOverlay } from '../../scripts/drive/in-overlay.ts'
import type { Badge } from '../../scripts/drive/overlay.ts'
import { garments } from '../../src/apparel/classes.ts'
import type { Settings } from '../../src/settings/schema.ts'
import { clickText, type OptionsSession, openOptionsSession, settingsNow } from '../helpers/browser/options-page.ts'
import { classOfName } from '../helpers/class-of-name.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'

let session: OptionsSession
let shopPage: Page
let options: Page
beforeAll(async () => {
  session = await openOptionsSession(async page => {
    await page.evaluate(() => {
      const shifts: number[] = []
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
      Object.assign(globalThis, { shifts, isSamePage: true })
    })
  })
  shopPage = session.shopPage
  options = session.options
})
afterAll(() => session?.close())

// Each test begins with the choices that the previous one took back.
describe('a choice on the options page changes an open page without a reload:', () => {
  skipAfterFailure()
  it('which garments get badges', async () => {
    await options.locator('[name="Shoes"]').click()
    await session.shopShows(badges => badges.map(({ garment }) => garment).join() === 'T-Shirt,Jacket')
    await clickText(options, '.chip-ends button', 'None')
    await session.badgesOf(0)
    await clickText(options, '.chip-ends button', 'All')
    await session.badgesOf(3)
  })

  it('the confidence threshold, which the sample pictures show too', async () => {
    const before = (await session.badgesOf(3)).map(sureness)
    const least = Math.max(...before)
    await options.focus('#confidence')
    await options.keyboard.press('End')
    await session.shopShows(badges => badges.length === before.filter(sure => sure >= 99).length)
    await soon(() => options.$eval('output', output => output.textContent)).toBe('At least 99%')
    const tilesNow = () =>
      options.$$eval('.tiles li', tiles =>
        tiles.map(tile => ({
          isBadged: tile.dataset.badged === 'true',
          sure: Number(/(\d+)%/.exec(tile.querySelector('img')?.alt ?? '')?.[1]),
        })),
      )
    const tiles = await eventually(tilesNow, tiles => tiles.length === 14)
    // A confidence shown as 99 % may be slightly lower.
    for (const { isBadged, sure } of tiles) if (sure < 99) expect(isBadged).toBe(false)
    const said = `${tiles.filter(({ isBadged }) => isBadged).length} of 14 sample pictures would get a badge.`
    await soon(() => options.$eval('.confidence [role="status"]', words => words.textContent)).toBe(said)

    await options.keyboard.press('Home')
    await session.badgesOf(3)
    expect(least).toBeGreaterThan(50)
    await eventually(
      () => settingsNow(options),
      ({ confidence }) => confidence === 0,
    )
  })

  it('the style, where a dot keeps the name of its garment for screen readers', async () => {
    const full = await session.badgesOf(3)
    await options.locator('[value="name"]').click()
    await session.shopShows(badges => badges.map(({ text }) => classOfName(text)).join() === 'T-Shirt,Shoes,Jacket')
    await options.locator('[value="dot"]').click()
    const dots = await session.shopShows(
      badges => badges.length === 3 && badges.every(({ width, height }) => width === 16 && height === 16),
    )
    const debug = await shopPage.createCDPSession()
    const heardNames = async () => {
      const { nodes } = await debug.send('Accessibility.getFullAXTree')
      return nodes.filter(({ role }) => role?.value === 'button').map(({ name }) => name?.value)
    }
    // The overlay holds the badges in the order of the answers.
    await soon(async () => (await heardNames()).sort()).toEqual(full.map(({ text }) => text).sort())
    const opacities = () =>
      inOverlay<string[], []>(shopPage, [], function () {
        return [...this.querySelectorAll('.dot > *')].map(part => getComputedStyle(part).opacity)
      })
    await soon(opacities).toEqual(Array(6).fill('0'))

    // Under the pointer the dot grows into a full badge.
    const [dot] = dots
    await shopPage.bringToFront()
    await shopPage.mouse.move((dot?.x ?? 0) + 8, (dot?.y ?? 0) + 8)
    await session.shopShows(
      ([open]) => (open?.height ?? 0) > 50 && open?.text.startsWith(full[0]?.text ?? '?') === true,
    )
    await shopPage.bringToFront()
    await shopPage.mouse.move(0, 0)
    await options.bringToFront()
    await options.locator('[value="label"]').click()
    await session.shopShows(badges => badges.map(({ text }) => text).join() === full.map(({ text }) => text).join())
  })

  it.each([
    ['end-bottom', 'right', 'bottom'],
    ['start-bottom', 'left', 'bottom'],
    ['end-top', 'right', 'top'],
    ['auto', 'left', 'top'],
  ] as const)('the position: %s', async (position, side, end) => {
    await options.locator(`[value="${position}"]`).click()
    const pictures = await shopPage.$$eval('img', all =>
      all.map(img => img.getBoundingClientRect().toJSON() as DOMRect),
    )
    await session.shopShows(
      badges =>
        badges.length === 3 &&
        badges.every((badge, i) => {
          const picture = pictures[i] as DOMRect
          const x = side === 'left' ? badge.x - picture.left : picture.right - badge.x - badge.width
          const y = end === 'top' ? badge.y - picture.top : picture.bottom - badge.y - badge.height
          return Math.abs(x - 6) <= 1 && Math.abs(y - 6) <= 1
        }),
    )
  })

  it('without moving the page', async () => {
    const { shifts, isSamePage } = await shopPage.evaluate(() => {
      const { shifts, isSamePage } = globalThis as unknown as { shifts: number[]; isSamePage: true }
      return { shifts, isSamePage }
    })
    expect({ shifts, isSamePage }).toEqual({ shifts: [], isSamePage: true })
  })

  it('settings that arrive from another machine', async () => {
    const { backend: _, sites, muted, ...here } = await settingsNow(options)
    const there = {
      ...here,
      changedAt: Date.now() + 1000,
      classesOff: garments.filter(garment => garment !== 'Jacket'),
      parts: 1,
    }
    const part = { changedAt: there.changedAt, sites: [...sites.map(site => `+${site}`), '-https://b.example'] }
    await options.evaluate(items => chrome.storage.sync.set(items), { settings: there, 'sites.0': part })
    await session.badgesOf(1)
    await options.waitForSelector('[name="Shoes"]:not(:checked)')
    await options.waitForFunction(() => document.querySelector('#site-list')?.textContent?.includes('b.example'))
    // A choice here goes to the other machines in the same way.
    await clickText(options, '.chip-ends button', 'All')
    await session.badgesOf(3)
    await eventually(
      () => options.evaluate(async () => (await chrome.storage.sync.get('settings')).settings as Partial<Settings>),
      ({ classesOff }) => classesOff?.length === 0,
    )
  })
})

function sureness({ text }: Badge): number {
  return Number(/(\d+)%/.exec(text)?.[1])
}
