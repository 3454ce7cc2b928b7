import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { zoom } from '../helpers/browser/zoom.ts'
import { picturePath } from '../shop/pictures.ts'

interface Case {
  name: string
  place?: 'frame'
  /** The page's markup around the shelves. */
  html?(shelves: string, inFrame: string): string
  /** What the user does before the right click. */
  prepare?(session: Session, page: Page): Promise<void>
}

const shoes = picturePath('1f45f', 61)
const jacket = picturePath('1f9e5', 61)
const below = '<div style="height: 2000px"></div>'
const scrollTo = (x: number, y: number) => (_: Session, page: Page) =>
  page.evaluate((x, y) => window.scrollTo(x, y), x, y)

const cases: Case[] = [
  { name: 'on screen' },
  {
    name: 'scrolled to, with a quarter above the screen',
    html: shelves => below + shelves + below,
    prepare: scrollTo(0, 2360),
  },
  {
    name: 'in a list that clips it',
    html: shelves => `<div style="display: grid; grid-template-columns: 580px 580px">
      <div style="overflow: hidden">${shelves}</div><div style="background: url(${shoes}) 0 / 60px"></div></div>`,
  },
  {
    name: 'partly under a fixed footer',
    html: shelves =>
      `${shelves}<div style="position: fixed; inset: 440px 0 0; background: url(${shoes}) 0 / 80px"></div>`,
  },
  {
    name: 'on a right-to-left page, scrolled sideways',
    html: shelves => `<script>document.dir = 'rtl'</script>${shelves}<div style="width: 3000px; height: 2000px"></div>`,
    prepare: scrollTo(-300, 100),
  },
  {
    name: 'after a pinch zoom',
    html: shelves => below + shelves + below,
    prepare: async (_, page) => {
      await page.evaluate(() => window.scrollTo(0, 1900))
      const pinch = await page.createCDPSession()
      await pinch.send('Input.synthesizePinchGesture', { x: 600, y: 500, scaleFactor: 1.8 })
    },
  },
  {
    name: 'in a frame',
    place: 'frame',
    html: (_, inFrame) => `<div style="width: 800px; overflow: hidden; transform: scale(0.8)">
      <iframe src="${inFrame}" style="margin: -50px 0 0 33px; width: 1100px; height: 800px; border: 7px solid; padding: 5px">
      </iframe></div>${below}`,
    prepare: scrollTo(0, 60),
  },
  // Last, because the browser remembers a site's zoom.
  { name: 'on a page with a zoom of 150 %', prepare: zoom },
]

// The network sees the whole crop, so nothing beside the picture may be in it.
describe.each([1, 2])('a crop of the screen at %i device pixels per CSS pixel', ratio => {
  let session: Session
  beforeAll(async () => {
    session = await openSession({ args: [`--force-device-scale-factor=${ratio}`, '--window-size=1300,1100'] })
  })
  afterAll(() => session?.close())

  it.each(cases)('holds the requested picture: $name', async ({ html, place, prepare }) => {
    const url = session.shop.elsewhere + picturePath('1f455', 60)
    const shelves = shelvesAround(url)
    const page = await session.visit(html?.(shelves, session.shop.page(shelves)) ?? shelves)
    // The real window size instead of an emulated one.
    await page.setViewport(null)
    await page.waitForFunction(() => innerWidth === outerWidth)
    await page.waitForFunction(() => {
      const { images } = (frames[0] ?? window).document
      return images.length > 0 && [...images].every(image => image.complete)
    })
    await prepare?.(session, page)
    await choose(session, page, url, place)
    expect(await answerOf(page)).toMatch(/^T-Shirt 9\d%/)
    await page.close()
  })
})

/** Five rows of seven shoes and jackets without gaps, with the picture in the centre. */
function shelvesAround(url: string): string {
  const pictures = Array.from({ length: 35 }, (_, i) => (i === 17 ? url : i % 2 ? shoes : jacket))
  return `<style>body { margin: 0 } .shelves { display: grid; grid-template-columns: repeat(7, 160px) }
    .shelves img { width: 160px; height: 160px; margin: 0 }</style>
    <div class="shelves">${pictures.map(src => `<img src="${src}" alt="">`).join('')}</div>`
}
