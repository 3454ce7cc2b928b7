import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { crowds, floods, newUrlInEachFrame, slideshows } from '../shop/hostile-pages.ts'
import { drawHuge, hugeKinds } from '../shop/huge-pictures.ts'
import { picturePath } from '../shop/pictures.ts'

// No test here asserts a time: `npm run bench:page -- hostile` prints what the content script costs these pages.
describe('a hostile page', () => {
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
  const freshPath = () => picturePath('1f455', variant++)

  /**
   * Opens a page with a picture and a button of its own, waits for its badge, and does something there.
   * @param untilBadged waits for the badge, by default on the page's own picture
   */
  async function onHostilePage(
    html: string,
    work: (page: Page) => Promise<unknown>,
    untilBadged = untilFirstIsBadged,
  ): Promise<void> {
    const ownContent = `<img id="first" src="${freshPath()}" alt=""><button onclick="clicked = true">Buy</button>`
    const page = await session.visit(ownContent + html)
    await page.bringToFront()
    await untilBadged(page)
    await work(page)
    await page.close()
  }

  /** Proves that the page's main thread has time for a user. */
  async function expectClickServed(page: Page): Promise<void> {
    await page.click('button')
    await page.waitForFunction('window.clicked')
  }

  /** Proves that other pages still get their answers. */
  async function expectOthersAnswered(): Promise<void> {
    const [answer] = await askHost(own, [session.shop.elsewhere + freshPath()])
    expect(answer && isAnswered(answer)).toBe(true)
  }

  describe.each(Object.entries(floods(picturePath('1f455', 750))))('with endless changes: %s', (_, html) => {
    it('gets its badge, serves a click, and holds up no other tab', async () => {
      await onHostilePage(html, async page => {
        await expectClickServed(page)
        await page.waitForFunction('changes > 10_000')
        await expectClickServed(page)
        await expectOthersAnswered()
      })
    })
  })

  /** Pages where a badge on the page's own picture is not certain. */
  const badgeWaits: Record<string, (page: Page) => Promise<unknown>> = {
    'pictures on top of each other': page =>
      eventually(
        () => readBadges(page),
        badges => badges.length > 0,
      ),
    // The dialog hides the badges behind it in each frame.
    'dialogs that open and close': page => page.waitForSelector(overlaySelector),
  }

  describe.each(Object.entries(crowds(picturePath('1f455', 750))))('with too many elements: %s', (name, html) => {
    it('gets its badge, serves a click, and holds up no other tab', async () => {
      await onHostilePage(
        html,
        async page => {
          // While a modal dialog is open, the rest of the page takes no clicks.
          if (html.includes('showModal')) await page.waitForFunction('frameCount > 100')
          else await expectClickServed(page)
          await expectOthersAnswered()
        },
        badgeWaits[name],
      )
    })
  })

  const { 'elements that come and go': feed = '', ...animations } = slideshows(picturePath('1f456', 750))

  it.each(Object.entries(animations))(
    'that shows another picture in each frame is not asked about each: %s',
    async (_, html) => {
      const before = session.shop.fetches(picturePath('1f456', 750))
      await onHostilePage(html, page => page.waitForFunction('frameCount > 120'))
      expect(session.shop.fetches(picturePath('1f456', 750)) - before).toBeLessThan(30)
    },
  )

  it('that changes its URL in each frame keeps its badges, and a new picture gets one', async () => {
    const untilBadged = (page: Page, count: number) =>
      eventually(
        () => readBadges(page),
        badges => badges.length === count,
      )
    await onHostilePage(newUrlInEachFrame, async page => {
      await page.waitForFunction('frameCount > 60')
      await untilBadged(page, 1)
      await page.evaluate(src => document.body.append(Object.assign(new Image(), { src })), freshPath())
      await untilBadged(page, 2)
      const address = page.url()
      await page.waitForFunction('frameCount > 240')
      expect(page.url()).not.toBe(address)
      await expectClickServed(page)
      await untilBadged(page, 2)
    })
  })

  it('that adds a picture in each frame holds up no other tab', async () => {
    await onHostilePage(feed, async page => {
      await page.waitForFunction('frameCount > 20')
      await expectOthersAnswered()
    })
  })

  it('with huge pictures learns why they are not answered, and others are', async () => {
    await Promise.all(hugeKinds.map(drawHuge))
    const addresses = hugeKinds.map(kind => `${session.shop.origin}/huge/${kind}`)
    const page = await session.visit(
      addresses.map(url => `<div style="width: 99px; height: 99px; background: url(${url}) 0 / cover"></div>`).join(''),
    )
    const other = session.shop.elsewhere + freshPath()
    const [answer, ...huge] = await askHost(own, [other, ...addresses])
    expect(answer && isAnswered(answer)).toBe(true)
    const failures = Object.fromEntries(
      hugeKinds.map((kind, i) => [kind, huge[i] && ('failure' in huge[i] ? huge[i].failure : 'an answer')]),
    )
    expect(failures).toEqual({
      png: 'too_many_pixels',
      'png-without-pixels': expect.stringMatching(/too_many_pixels|not_a_picture/),
      jpeg: expect.stringMatching(/too_many_pixels|not_a_picture/),
      gif: expect.stringMatching(/too_many_pixels|not_a_picture/),
      webp: expect.stringMatching(/too_many_pixels|not_a_picture/),
      svg: 'drawing',
    })
    await page.close()
  })

  it('with five thousand pictures that never finish loading holds up no other tab', async () => {
    const pictures = Array.from({ length: 5000 }, (_, i) => {
      const address = `${session.shop.host('slow')}/bad/endless?${i}`
      return i % 2 ? `<img src="${address}" alt="">` : `<i style="background-image: url(${address})"></i>`
    })
    const page =
      await session.visit(`<style>i, img { display: inline-block; width: 60px; height: 60px; margin: 0 }</style>
      <button onclick="clicked = true">Buy</button>${pictures.join('')}`)
    await expectClickServed(page)
    // Asked after all of them, while the hostile page is in front.
    await expectOthersAnswered()
    const next = await session.visit(`<img src="${freshPath()}" alt="">`)
    await eventually(
      () => readBadges(next),
      badges => badges.length === 1,
    )
    await next.close()
    await page.close()
  })
})

/** Waits until a badge lies on the picture `#first`. */
async function untilFirstIsBadged(page: Page): Promise<unknown> {
  return eventually(
    async () => {
      const { x, y, right, bottom } = await page.$eval('#first', image => image.getBoundingClientRect().toJSON())
      const badges = await readBadges(page)
      return badges.filter(badge => badge.x >= x && badge.x < right && badge.y >= y && badge.y < bottom)
    },
    badges => badges.length === 1,
  )
}
