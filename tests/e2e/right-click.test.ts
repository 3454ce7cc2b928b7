import type { Page, Target } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually, PATIENCE_MS } from '../../scripts/drive/eventually.ts'
import {
  type Box,
  cardBox,
  type Heat,
  pressWhy,
  readBadges,
  readHeat,
  readOverlay,
} from '../../scripts/drive/overlay.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import type { BadPicture } from '../shop/bad-pictures.ts'
import { picturePath } from '../shop/pictures.ts'

describe('a right click, on a site that was never switched on', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  /** Shows a picture on a page and asks about it. */
  async function ask(url: string): Promise<string> {
    return answerOf(await pageWithAnswer(url))
  }

  /** Opens a page and has its one picture answered. */
  async function pageWithAnswer(url: string, css = ''): Promise<Page> {
    const page = await session.visit(`<h1>A page</h1><img src="${url}" alt="a picture" style="${css}">`)
    await page.waitForFunction(() => document.images[0]?.complete)
    await choose(session, page, new URL(url, session.shop.origin).href)
    await answerOf(page)
    expect(await readBadges(page)).toEqual([])
    return page
  }

  it('names a garment', async () => {
    expect(await ask(picturePath('1f455', 8))).toMatch(/^T-Shirt \d+%/)
  })

  it('says when the picture shows none of the ten garments', async () => {
    expect(await ask(picturePath('1f408', 8))).toContain(messages.answer_none.message)
  })

  it('names a garment that can only be cropped from the screen', async () => {
    expect(await ask(session.shop.elsewhere + picturePath('1f455', 9))).toMatch(/^T-Shirt \d+%/)
  })

  it('names a garment in an SVG that is opened as a document', async () => {
    const shirt = session.shop.origin + picturePath('1f455', 11)
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><image href="${shirt}" width="5" height="5"/></svg>`
    const page = await session.newPage()
    await page.goto(session.shop.page(drawing, { 'content-type': 'image/svg+xml' }))
    await choose(session, page, shirt)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await soon(async () => (await cardBox(page))?.width).toBeGreaterThan(100)
    await page.close()
  })

  it('says in a window why it has no answer where the browser allows no extension', async () => {
    const page = await session.newPage()
    await page.goto('chrome://version')
    const isWindow = (target: Target) => target.url().endsWith('?barred')
    const opened = session.browser.waitForTarget(isWindow, { timeout: PATIENCE_MS })
    await choose(session, page, 'chrome://version/logo.png')
    const said = await (await opened).asPage()
    await said.waitForSelector('.verdict')
    await soon(() => said.$eval('.verdict', verdict => verdict.textContent)).toBe(messages.try_barred.message)
    await said.close()
    await page.close()
  })

  const shirt = picturePath('1f455', 20)

  it('shows the heat map on the picture until the toggle is pressed again or the card closes', async () => {
    const page = await pageWithAnswer(shirt)
    expect(await readHeat(page)).toEqual([])
    await pressWhy(page)
    const image = await boxOfImage(page)
    // On the shirt, not on the margin around it.
    const isOnShirt = ({ strongest: { x, y } }: Heat) =>
      Math.abs(x - (image.x + 100)) < 70 && Math.abs(y - (image.y + 100)) < 70
    await heatOf(page, ([layer]) => layer !== undefined && isAt(layer, image) && isOnShirt(layer))
    await pressWhy(page)
    await heatOf(page, layers => layers.length === 0)
    await pressWhy(page)
    await heatOf(page, layers => layers.length === 1)
    await page.keyboard.press('Escape')
    await heatOf(page, layers => layers.length === 0)
  })

  it("aligns the heat map with the picture's content, cropped or not", async () => {
    const page = await pageWithAnswer(shirt)
    await pressWhy(page)
    // The file is 322 px square.
    const places = [
      ['object-fit: cover', { x: 0, y: -50, width: 200, height: 200 }],
      ['object-fit: contain; object-position: right', { x: 100, y: 0, width: 100, height: 100 }],
      ['object-fit: none; object-position: 10px 100%', { x: 10, y: -222, width: 322, height: 322 }],
      ['padding: 5px 9px; border: 3px solid', { x: 12, y: 8, width: 200, height: 100 }],
      ['object-fit: cover; scale: 0.5', { x: 0, y: -25, width: 100, height: 100 }],
    ] as const
    for (const [css, place] of places) {
      await page.$eval(
        'img',
        (image, css) => {
          image.style.cssText = `height: 100px; ${css}`
          dispatchEvent(new Event('resize'))
        },
        css,
      )
      const image = await boxOfImage(page)
      const expected = { ...place, x: image.x + place.x, y: image.y + place.y }
      await heatOf(page, ([layer]) => layer !== undefined && isAt(layer, expected))
    }
    // The answer does not apply to another picture.
    await page.$eval('img', (image, src) => image.setAttribute('src', src), picturePath('1f456', 20))
    await heatOf(page, layers => layers.length === 0)
  })

  it.each([
    'rotate: 8deg',
    'transform: scaleX(-1)',
    'object-view-box: inset(10%)',
    'object-position: calc(50% + 1px) 0',
  ])('offers no heat map where it would be misaligned: %s', async css => {
    const page = await pageWithAnswer(shirt, css)
    expect(await readOverlay(page, '.card .toggle')).toEqual([])
  })

  it('offers no heat map if the picture shows none of the ten garments', async () => {
    const page = await pageWithAnswer(picturePath('1f408', 20))
    expect(await readOverlay(page, '.card .toggle')).toEqual([])
  })

  const reasons: [BadPicture, string][] = [
    ['corrupt', messages.failure_not_a_picture.message],
    ['truncated', messages.failure_not_a_picture.message],
    ['empty', messages.failure_empty.message],
    ['not-an-image', messages.failure_not_a_picture.message],
    ['missing', messages.failure_refused.message.replace('$1', '404')],
    ['broken', messages.failure_refused.message.replace('$1', '500')],
    ['many-pixels', messages.failure_too_many_pixels.message],
    ['many-bytes', messages.failure_too_large.message],
  ]
  it.each(reasons)('says why there is no answer: %s', async (kind, reason) => {
    expect(await ask(`/bad/${kind}`)).toBe(reason)
  })

  it('answers other pictures while one never loads, and reports a timeout for that one', async () => {
    const never = `${session.shop.origin}/bad/endless`
    const page = await session.visit(`<img src="${never}" alt="a picture">`)
    await choose(session, page, never)
    expect(await ask(picturePath('1f455', 10))).toMatch(/^T-Shirt \d+%/)
    expect(await answerOf(page)).toBe(messages.failure_timed_out.message)
  })
})

function heatOf(page: Page, isRight: (layers: Heat[]) => boolean): Promise<Heat[]> {
  return eventually(() => readHeat(page), isRight)
}

function boxOfImage(page: Page): Promise<Box> {
  return page.$eval('img', image => {
    const { x, y, width, height } = image.getBoundingClientRect()
    return { x, y, width, height }
  })
}

/** Exact to a pixel, because the overlay rounds. */
function isAt(layer: Box, expected: Box): boolean {
  const sides = ['x', 'y', 'width', 'height'] as const
  return sides.every(side => Math.abs(layer[side] - expected[side]) < 1)
}
