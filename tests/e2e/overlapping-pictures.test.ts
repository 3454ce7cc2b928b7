import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { readReports } from '../../scripts/drive/report.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'

const shirt = picturePath('1f455', 400)
const jeans = picturePath('1f456', 400)

const style = `<style>
  .card { position: relative; width: 200px; height: 200px; margin: 10px }
  .card > *, .sides > * { position: absolute; inset: 0; margin: 0 }
  .sides { transform-style: preserve-3d; transition: transform 100ms }
  .sides > * { backface-visibility: hidden }
  .sides > :last-child, .turned .sides { transform: rotateY(180deg) }
</style>`
const pair = `<img class="shirt" src="${shirt}" alt=""><img class="jeans" src="${jeans}" alt="">`

describe('pictures in the same place', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  async function visit(html: string): Promise<Page> {
    const page = await session.visit(style + html)
    await page.bringToFront()
    return page
  }

  /** The swaps prove that both pictures are answered: the hidden one has no badge because it is hidden. */
  it.each([
    ['by their order', '', '', (card: Element) => card.prepend(card.lastElementChild as Element)],
    [
      'by z-index',
      '',
      '<style>.jeans { z-index: 2 } .turned .jeans { z-index: -1 }</style>',
      (card: Element) => card.classList.toggle('turned'),
    ],
    [
      'by a clip path',
      '',
      '<style>.turned .jeans { clip-path: inset(100%) }</style>',
      (card: Element) => card.classList.toggle('turned'),
    ],
    [
      'by z-index, where the pointer passes through',
      '',
      '<style>img { pointer-events: none } .jeans { z-index: 2 } .turned .jeans { z-index: -1 }</style>',
      (card: Element) => card.classList.toggle('turned'),
    ],
    [
      'by opacity, where the pointer passes through the upper one',
      '',
      '<style>.jeans { pointer-events: none } .turned .jeans { opacity: 0 }</style>',
      (card: Element) => card.classList.toggle('turned'),
    ],
    [
      'by a slow fade, under a link',
      '<a href="#bought"></a>',
      '<style>.jeans { transition: opacity 100ms } .turned .jeans { opacity: 0 }</style>',
      (card: Element) => card.classList.toggle('turned'),
    ],
  ])('have one badge, on the visible one: %s', async (_, link, css, swap) => {
    const page = await visit(`${css}<div class="card">${pair}${link}</div>`)
    for (const garment of ['Trouser', 'T-Shirt', 'Trouser', 'T-Shirt']) {
      await untilBadgesAre(page, [garment])
      await page.$eval('.card', swap)
    }
    await page.close()
  })

  it('have one badge on the visible one while hovering swaps them', async () => {
    const page = await visit(`<style>.shirt { z-index: 1; transition: opacity 80ms } .card:hover .shirt { opacity: 0 }
      .now .shirt { transition: none }</style>
      <div class="card">${pair}<a href="#bought"></a></div><div class="card now">${pair}</div>`)
    await untilBadgesAre(page, ['T-Shirt', 'T-Shirt'])
    for (const [i, card] of (await page.$$('.card')).entries()) {
      await card.hover()
      await untilBadgesAre(page, i === 0 ? ['Trouser', 'T-Shirt'] : ['T-Shirt', 'Trouser'])
    }
    await page.mouse.move(700, 500)
    await untilBadgesAre(page, ['T-Shirt', 'T-Shirt'])
    await page.close()
  })

  it.each([
    ['', 0],
    [', also where hit tests are slow', 60_000],
  ])('have the badge of the side that faces the front%s', async (_, layerCount) => {
    const layers = '<i></i>'.repeat(layerCount)
    const page = await visit(`<div class="card">${layers}<div class="sides">${pair}</div></div>`)
    for (const garment of ['T-Shirt', 'Trouser', 'T-Shirt', 'Trouser']) {
      await untilBadgesAre(page, [garment])
      await page.$eval('.card', card => card.classList.toggle('turned'))
    }
    await page.close()
  })

  it('keep both badges where both are visible', async () => {
    const page = await visit(`<div class="card" id="sync">${pair}</div>
      <div class="card" style="width: 350px"><img class="shirt" src="${shirt}" alt="">
        <img class="jeans" src="${jeans}" alt="" style="inset: 150px 0 0 150px"></div>
      <div class="card" style="margin-top: 180px"><img src="${shirt}" alt="">
        <img src="${jeans}" alt="" style="clip-path: inset(0 0 0 50%)"></div>
      <div class="card"><img src="${jeans}" alt=""><a href="#bought"></a><span style="background: #fff3">New</span></div>`)
    await page.setViewport({ width: 800, height: 1400 })
    const tops = await page.$$eval('.card', cards => cards.map(card => card.getBoundingClientRect().top))
    // In which corner a badge lies depends on what covered its picture when it was placed.
    const inCards = async () => {
      const cards = tops.map<string[]>(() => [])
      for (const { y, garment } of await readBadges(page)) cards[tops.findLastIndex(top => top <= y)]?.push(garment)
      return cards.map(card => card.sort())
    }
    // A badge that wrongly disappears elsewhere does so before the first card has swapped twice.
    for (const garment of ['Trouser', 'T-Shirt', 'Trouser']) {
      await soon(inCards).toEqual([[garment], ['T-Shirt', 'Trouser'], ['T-Shirt', 'Trouser'], ['Trouser']])
      await page.$eval('#sync', card => card.prepend(card.lastElementChild as Element))
    }
    await page.close()
  })

  it('have no badge under an opaque picture of something else, and keep it under a possible frame', async () => {
    const cat = `data:image/jpeg;base64,${Buffer.from(await drawPicture('1f408', 401)).toString('base64')}`
    const page = await visit(`<style>.cat { opacity: 0 } .turned .cat { opacity: 1 }</style>
      <div class="card"><img src="${shirt}" alt=""><img class="cat" src="${cat}" alt=""></div>
      <div class="card"><img src="${jeans}" alt=""><img src="${picturePath('1f408', 402)}" alt=""></div>`)
    const turn = () => page.$$eval('.card', cards => cards.map(card => card.classList.toggle('turned')))
    for (const garments of [['T-Shirt', 'Trouser'], ['Trouser'], ['T-Shirt', 'Trouser'], ['Trouser']]) {
      await untilBadgesAre(page, garments)
      await turn()
    }
    await page.close()
  })

  it.each([
    ['of something else', () => picturePath('1f408', 403)],
    ['that cannot be read', () => session.shop.elsewhere + picturePath('1f408', 404)],
  ])('have no badge under a picture %s that the pointer brings up', async (_, url) => {
    const page = await visit(`<style>.cat { opacity: 0; pointer-events: none } .card:hover .cat { opacity: 1 }</style>
      <div class="card"><img src="${shirt}" alt=""><img class="cat" src="${url()}" alt=""></div>
      <div class="card"><img src="${jeans}" alt=""></div>`)
    const own = await session.openOwnPage()
    await page.bringToFront()
    await eventually(
      async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
      pictures => pictures.filter(({ outcome }) => outcome.state === 'answered').length === 3,
    )
    await own.close()
    for (const hovers of [false, true, false, true]) {
      await page.mouse.move(hovers ? 120 : 700, 120)
      await untilBadgesAre(page, hovers ? ['Trouser'] : ['T-Shirt', 'Trouser'])
    }
    await page.close()
  })

  it('are badged only where they are visible', async () => {
    const hidden = [
      '<div style="clip-path: circle(0)">',
      '<div style="content-visibility: hidden; height: 200px">',
      '<div style="transform: rotateY(180deg); backface-visibility: hidden">',
    ]
    const page = await visit(`<img src="${shirt}" alt="" style="clip-path: inset(10%)">
      ${hidden.map(start => `<section>${start}<img src="${shirt}" alt=""></div></section>`).join('')}
      <div id="carousel" style="width: 220px; overflow: hidden"><div style="width: 440px; display: flex">
      <img src="${shirt}" alt=""><img src="${jeans}" alt=""></div></div>`)
    await page.setViewport({ width: 800, height: 1400 })
    await untilBadgesAre(page, ['T-Shirt', 'T-Shirt'])
    await page.$eval('#carousel', carousel => carousel.scrollTo(220, 0))
    await untilBadgesAre(page, ['T-Shirt', 'Trouser'])
    await page.$$eval('section > div', parts => {
      for (const part of parts) part.removeAttribute('style')
    })
    await untilBadgesAre(page, ['T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'Trouser'])
    await page.close()
  })
})

/** Waits for these badges, from top to bottom, then from left to right. */
async function untilBadgesAre(page: Page, garments: string[]): Promise<void> {
  await soon(async () => (await readBadges(page)).map(({ garment }) => garment)).toEqual(garments)
}
