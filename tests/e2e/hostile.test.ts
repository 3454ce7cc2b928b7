import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { crowds, floods, restlessAddress, slideshows } from '../shop/hostile-pages.ts'
import { drawHuge, hugeKinds } from '../shop/huge-pictures.ts'
import { picturePath } from '../shop/pictures.ts'

describe('a page that is too much', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    const elsewhere = `<img src="${session.shop.elsewhere}${picturePath('1f455', 750)}" alt="">`
    await switchOn(session, await session.visit(`<h1>Welcome</h1>${elsewhere}`))
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  let variant = 751
  const fresh = () => picturePath('1f455', variant++)

  /** Opens a page with a picture and a button of its own, waits for a badge, and does something there. */
  async function visited(html: string, work: (page: Page) => Promise<unknown>): Promise<void> {
    const page = await session.browser.newPage()
    const sentinel = `<img id="first" src="${fresh()}" alt=""><button onclick="clicked = true">Buy</button>`
    await page.goto(session.shop.page(sentinel + html), { waitUntil: 'domcontentloaded' })
    await page.waitForSelector(overlaySelector)
    await work(page)
    await page.close()
  }

  /** Another tab gets its answers. What the page costs in milliseconds, `npm run bench:page -- hostile` prints. */
  async function expectOthersAnswered(): Promise<void> {
    const [answer] = await askHost(own, [session.shop.elsewhere + fresh()])
    expect(answer && isAnswered(answer)).toBe(true)
  }

  /** The page's own thread has time for a person. */
  async function untilClicked(page: Page): Promise<void> {
    await page.evaluate('window.clicked = false')
    await page.click('button')
    await page.waitForFunction('window.clicked')
  }

  describe.each(Object.entries(floods(picturePath('1f455', 750))))('by changes without an end: %s', (_, html) => {
    it('has its badge, serves a click, and holds up no other tab', async () => {
      await visited(html, async page => {
        await untilClicked(page)
        await page.waitForFunction('changes > 10_000')
        await untilClicked(page)
        await expectOthersAnswered()
      })
    })
  })

  describe.each(Object.entries(crowds(picturePath('1f455', 750))))('by their number: %s', (_, html) => {
    it('has its badge, serves a click, and holds up no other tab', async () => {
      await visited(html, async page => {
        // Shown as a modal dialogue, the page takes no clicks.
        if (html.includes('showModal')) await page.waitForFunction('frames0 > 100')
        else await untilClicked(page)
        await expectOthersAnswered()
      })
    })
  })

  const { 'elements that come and go': feed = '', ...animations } = slideshows(picturePath('1f456', 750))

  it.each(Object.entries(animations))(
    'by another picture in each frame, of %s, is not asked about each',
    async (_, html) => {
      const before = session.shop.fetches(picturePath('1f456', 750))
      await visited(html, page => page.waitForFunction('frames0 > 120'))
      expect(session.shop.fetches(picturePath('1f456', 750)) - before).toBeLessThan(30)
    },
  )

  it('by a new address in each frame keeps its badges, and gets one for what comes', async () => {
    const badged = (page: Page, count: number) =>
      eventually(
        () => readBadges(page),
        badges => badges.length === count,
      )
    await visited(restlessAddress, async page => {
      await page.waitForFunction('frames0 > 60')
      await badged(page, 1)
      await page.evaluate(src => document.body.append(Object.assign(new Image(), { src })), fresh())
      await badged(page, 2)
      const address = page.url()
      await page.waitForFunction('frames0 > 240')
      expect(page.url()).not.toBe(address)
      await untilClicked(page)
      await badged(page, 2)
    })
  })

  it('by a new picture in each frame holds up no other tab', async () => {
    await visited(feed, async page => {
      await page.waitForFunction('frames0 > 20')
      await expectOthersAnswered()
    })
  })

  it('by the size of its pictures is told why they are not answered, and others are', async () => {
    await Promise.all(hugeKinds.map(drawHuge))
    const addresses = hugeKinds.map(kind => `${session.shop.origin}/huge/${kind}`)
    const page = await session.visit(
      addresses.map(url => `<div style="width: 99px; height: 99px; background: url(${url}) 0 / cover"></div>`).join(''),
    )
    const other = session.shop.elsewhere + fresh()
    const [answer, ...huge] = await askHost(own, [other, ...addresses])
    expect(answer && isAnswered(answer)).toBe(true)
    const told = Object.fromEntries(
      hugeKinds.map((kind, i) => [kind, huge[i] && ('failure' in huge[i] ? huge[i].failure : 'an answer')]),
    )
    expect(told).toEqual({
      png: 'too_many_pixels',
      'png-without-pixels': expect.stringMatching(/too_many_pixels|not_a_picture/),
      jpeg: expect.stringMatching(/too_many_pixels|not_a_picture/),
      gif: expect.stringMatching(/too_many_pixels|not_a_picture/),
      webp: expect.stringMatching(/too_many_pixels|not_a_picture/),
      svg: 'drawing',
    })
    await page.close()
  })

  it('by five thousand pictures that never finish holds up no other tab', async () => {
    const pictures = Array.from({ length: 5000 }, (_, i) => {
      const address = `${session.shop.host('slow')}/bad/endless?${i}`
      return i % 2 ? `<img src="${address}" alt="">` : `<i style="background-image: url(${address})"></i>`
    })
    const page =
      await session.visit(`<style>i, img { display: inline-block; width: 60px; height: 60px; margin: 0 }</style>
      <button onclick="clicked = true">Buy</button>${pictures.join('')}`)
    await untilClicked(page)
    // Asked last of all, while the other page is in front.
    await expectOthersAnswered()
    const next = await session.visit(`<img src="${fresh()}" alt="">`)
    await eventually(
      () => readBadges(next),
      badges => badges.length === 1,
    )
    await next.close()
    await page.close()
  })
})
