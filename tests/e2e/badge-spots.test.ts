import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Badge, type Box, readBadges } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

const shirt = picturePath('1f455', 500)
const card = (inner: string, css = '') =>
  `<style>.card { position: relative; width: 220px; height: 220px } .card > * { position: absolute; margin: 0 }
    .card > img { inset: 0; width: 100%; height: 100% } .pill { padding: 2px 6px; font: 11px sans-serif }</style>
    <div class="card" style="${css}">${inner}</div>`
const image = `<img src="${shirt}" alt="">`
const ground = `background: url(${shirt}) 0 / cover`

describe('a badge', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  it.each([
    [
      'the label of a button',
      `<button style="width: 203px; height: 60px; text-align: left; ${ground}">Grab the deal now</button>`,
    ],
    [
      'the words of a link',
      `<a href="#" style="display: block; width: 240px; height: 200px; ${ground}">New in: tees</a>`,
    ],
    ['a headline', `<section style="height: 420px; ${ground}"><h1>Storewide −70 %</h1></section>`],
    ['a label that ends above its middle', card(`${image}<b class="pill" style="left: 30px; top: 0">NEW</b>`)],
    ['a label between its ends', card(`${image}<b class="pill" style="left: 40px; top: 10px; padding: 0">%</b>`)],
    [
      'a label that the pointer passes through',
      card(`${image}<b class="pill" style="pointer-events: none; left: 8px; top: 8px">SALE</b>`),
    ],
    [
      'words in a layer over the whole picture',
      card(`${image}<div style="inset: 0"><b style="font-size: 20px">Summer<br>sale</b></div>`),
    ],
    [
      'words beside the picture in the tree, in a shadow root',
      card(
        `${image}<x-pill style="left: 8px; top: 8px"><template shadowrootmode="closed"><b>SALE</b></template></x-pill>`,
      ),
    ],
  ])('does not cover %s', async (_, html) => {
    const page = await session.visit(html)
    const lines = await wordsOn(page)
    await eventually(
      () => readBadges(page),
      ([badge, ...others]) => badge !== undefined && others.length === 0 && lines.every(line => !overlaps(badge, line)),
    )
    await page.close()
  })

  it('does not cover a label that only the style sheet knows', async () => {
    const page =
      await session.visit(`<style>.sale::before { content: "SALE"; position: absolute; z-index: 1; left: 8px; top: 8px;
      padding: 4px 8px }</style>${card(image).replace('"card"', '"card sale"')}`)
    const { x, y } = await boxOf(page, '.card')
    await eventually(
      () => readBadges(page),
      ([badge]) => badge !== undefined && !overlaps(badge, { x: x + 8, y: y + 8, width: 40, height: 20 }),
    )
    await page.close()
  })

  it('is a dot where there is room for no more, and nothing where there is none', async () => {
    const words = '<span style="word-break: break-all">'.concat('Washable'.repeat(60), '</span>')
    const full = card(`${image}<p style="inset: 0; font-size: 20px; overflow: hidden">${words}</p>`)
    const nearly = card(
      `${image}<p style="inset: 0 0 25px; overflow: hidden">${words}</p>`,
      'width: 110px; height: 110px',
    )
    const page = await session.visit(full + nearly + card(image))
    await soon(async () => (await readBadges(page)).map(({ width }) => width > 16)).toEqual([false, true])
    await page.close()
  })

  it('stays on the part of a tall picture that is in sight, below a header', async () => {
    const stops = [0, 700, 1900].map((scrollY, i) => ({ scrollY, top: 200 + 100 * i }))
    // The badge of a small picture at each stop shows that the page was laid out there.
    const small = stops.map(
      ({ scrollY, top }) =>
        `<img src="${shirt}" alt="" style="position: absolute; left: 600px; top: ${scrollY + top}px; width: 99px; height: 99px; margin: 0">`,
    )
    const page =
      await session.visit(`<header style="position: fixed; inset: 0 0 auto; height: 60px; background: #eee"></header>
      <img src="${shirt}" alt="" style="display: block; width: 400px; height: 4000px">${small.join('')}`)
    const inner = await page.evaluate(() => innerHeight)
    for (const { scrollY, top } of stops) {
      await page.evaluate(y => scrollTo(0, y), scrollY)
      await eventually(
        () => readBadges(page),
        badges =>
          badges.length === 2 &&
          badges.some(({ x, y, height }) => x < 600 && y >= 60 && y + height <= inner) &&
          badges.some(({ x, y }) => x >= 600 && y >= top && y < top + 99),
      )
    }
    await page.close()
  })

  it.each([
    ['a sticky header', '<header>Shop</header>', 'header { position: sticky; top: 0; height: 64px; background: #fff }'],
    [
      'a header in a component',
      `<x-header style="display: block; height: 64px"><template shadowrootmode="closed">
        <div style="position: fixed; inset: 0 0 auto; height: 64px; background: #fff">Shop</div></template></x-header>`,
      '',
    ],
    [
      'a header that a script moves',
      `<header>Shop</header><script>addEventListener('scroll', () => {
        document.querySelector('header').style.top = scrollY + 'px'
      })</script><div style="height: 64px"></div>`,
      'header { position: absolute; top: 0; width: 100%; height: 64px; background: #fff; z-index: 1 }',
    ],
  ])('leaves a corner that is below %s for another', async (_, header, css) => {
    const page =
      await session.visit(`<style>body { margin: 0; height: 3000px } img { display: block; height: 260px } ${css}
      </style>${header}<p style="height: 100px">Shirts</p>${image}`)
    await badgesOf(page, 1)
    await page.evaluate(() => scrollTo(0, (document.images[0]?.offsetTop ?? 0) + 11))
    const { y, height } = await boxOf(page, 'img')
    await eventually(
      () => readBadges(page),
      ([badge]) => badge !== undefined && badge.y >= 64 && Math.abs(y + height - badge.y - badge.height) < 16,
    )
    await page.close()
  })

  it.each([
    ['a style', (tile: HTMLElement) => tile.style.setProperty('opacity', '1')],
    ['a transition', (tile: HTMLElement) => Object.assign(tile.style, { transition: 'opacity 100ms', opacity: '1' })],
    [
      'a script, of which no event tells',
      (tile: HTMLElement) => tile.animate({ opacity: 1 }, { duration: 100, fill: 'forwards' }),
    ],
  ])('waits for a tile to fade in by %s', async (_, fadeIn) => {
    const page = await session.visit(`${card(image, 'opacity: 0.02')}${card(image)}`)
    await badgesOf(page, 1)
    await page.$eval('.card', fadeIn as (tile: Element) => void)
    await badgesOf(page, 2)
    await page.close()
  })
})

function badgesOf(page: Page, count: number): Promise<Badge[]> {
  return eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )
}

function boxOf(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, element => element.getBoundingClientRect().toJSON() as Box)
}

/** The lines of the page's words, and the box of what has words that no script can reach. */
function wordsOn(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const range = document.createRange()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const boxes = [...document.querySelectorAll('x-pill')].map(pill => pill.getBoundingClientRect())
    while (walker.nextNode()) {
      range.selectNode(walker.currentNode)
      if (walker.currentNode.textContent?.trim()) boxes.push(...range.getClientRects())
    }
    return boxes.map(box => box.toJSON() as Box)
  })
}

function overlaps(a: Box | undefined, b: Box): boolean {
  return !!a && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
