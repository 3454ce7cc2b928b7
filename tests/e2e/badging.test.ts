import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Badge, type Box, readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { garmentCodes, garmentPictures, otherCodes, picturePath } from '../shop/pictures.ts'

describe('a site that is switched on', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
    // The switch asks for permission for the site and for the hosts of its pictures.
    const elsewhere = session.shop.elsewhere + picturePath('1f455', 5)
    await switchOn(session, await session.visit(`<h1>Welcome</h1><img src="${elsewhere}" alt="">`))
  })
  afterAll(() => session?.close())

  it('gets a badge on each garment, also from another granted site, and on nothing else', async () => {
    const own = garmentCodes.map(code => picturePath(code, 1))
    const elsewhere = garmentCodes.map(code => session.shop.elsewhere + picturePath(code, 2))
    const others = otherCodes.map(code => picturePath(code, 1))
    const page = await session.visit([...own, ...elsewhere, ...others].map(src => img(src)).join(''))
    const badges = await badgesOf(page, own.length + elsewhere.length)

    const expected = garmentCodes.map(code => garmentPictures[code])
    expect(badges.map(badge => badge.garment)).toEqual([...expected, ...expected])
    for (const badge of badges) expect(badge.text).toMatch(/^\S+ \d+%$/)

    const answers = await askHost(
      await session.openOwnPage(),
      others.map(path => session.shop.origin + path),
    )
    expect(answers.filter(isAnswered).map(({ prediction }) => prediction.verdict)).not.toContain('garment')
    expect(answers.filter(isAnswered)).toHaveLength(others.length)
    await page.bringToFront()
    await badgesOf(page, badges.length)
  })

  it('gets no badge where the network is unsure', async () => {
    const doubtful = ['1f45a', '1f45b', '1f3a9', '1f454', '1f97d', '1f9e6', '1f97c', '1f94b', '1f3bd', '1f9ba', '1f458']
    const paths = doubtful.map(code => picturePath(code, 18))
    const page = await session.visit(img(picturePath('1f455', 18)) + paths.map(src => img(src)).join(''))
    const answers = await askHost(
      await session.openOwnPage(),
      paths.map(path => session.shop.origin + path),
    )
    expect(answers.every(isAnswered)).toBe(true)
    const sure = answers.filter(isAnswered).filter(({ prediction }) => prediction.verdict === 'garment')
    await page.bringToFront()
    await badgesOf(page, 1 + sure.length)
  })

  it('gets badges on pictures that load late, are added late, change, or scroll back', async () => {
    const far = `<div style="height: 6000px"></div><img id="far" loading="lazy" src="${picturePath('1fa73', 3)}">`
    const page = await session.visit(img(picturePath('1f455', 3), 'first') + far)
    expect((await badgesOf(page, 1)).map(badge => badge.garment)).toEqual(['T-Shirt'])

    await page.$eval('#far', element => element.scrollIntoView())
    await untilGarmentsAre(page, ['Shorts'])

    await page.evaluate(
      src => {
        const added = new Image()
        added.src = src
        document.body.append(added)
        added.scrollIntoView()
      },
      picturePath('1f456', 3),
    )
    await untilGarmentsAre(page, ['Shorts', 'Trouser'])

    await page.$eval('#far', (image, src) => image.setAttribute('src', src), picturePath('1f9e5', 3))
    await untilGarmentsAre(page, ['Jacket', 'Trouser'])

    // Pictures far from the screen have no badges, and get them back when they scroll into view.
    await page.evaluate(() => scrollTo(0, 0))
    await untilGarmentsAre(page, ['T-Shirt'])
  })

  it('has the badge on a garment that is clearly off-centre, otherwise in the corner of the picture', async () => {
    const shoe = picturePath('1f45f', 21)
    const aside = shoe.replace('picture', 'aside')
    const page = await session.visit(
      ['large', 'small', 'plain'].map(id => img(id === 'plain' ? shoe : aside, id)).join('') +
        '<style>#large, #plain { width: 400px; height: 400px }</style>',
    )
    await badgesOf(page, 3)
    const quarter = await boxOf(page, '#large', box => ({ x: box.x, y: box.y + 200, width: 200, height: 200 }))
    const corners = await Promise.all(
      ['#small', '#plain'].map(id => boxOf(page, id, ({ x, y }) => ({ x, y, width: 150, height: 40 }))),
    )
    await eventually(
      () => readBadges(page),
      badges => [quarter, ...corners].every(place => badges.some(badge => isWithin(badge, place))),
    )
  })

  it('keeps each badge on its picture while that scrolls, and removes it with the picture', async () => {
    const scroller = `<div id="scroller" style="height: 260px; overflow: auto"><div style="height: 1200px">
      ${img(picturePath('1f455', 4), 'inner')}</div></div><div style="height: 3000px"></div>`
    const page = await session.visit(img(picturePath('1f456', 4), 'outer') + scroller)
    await badgesOf(page, 2)
    await eventually(() => offsets(page), areOnTheirPictures)

    await page.evaluate(() => {
      scrollTo(0, 70)
      document.querySelector('#scroller')?.scrollTo(0, 25)
    })
    await eventually(() => offsets(page), areOnTheirPictures)

    await page.$eval('#outer', image => image.remove())
    expect((await badgesOf(page, 1)).map(badge => badge.garment)).toEqual(['T-Shirt'])
    await page.$eval('#inner', image => image.setAttribute('hidden', ''))
    await badgesOf(page, 0)
  })
})

const img = (src: string, id = '') => `<img src="${src}" ${id && `id="${id}"`} alt="">`

async function untilGarmentsAre(page: Page, garments: string[]): Promise<void> {
  await soon(async () => (await readBadges(page)).map(badge => badge.garment)).toEqual(garments)
}

function badgesOf(page: Page, count: number): Promise<Badge[]> {
  return eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )
}

/** @param part picks a part of the element's box */
async function boxOf(page: Page, selector: string, part: (box: Box) => Box): Promise<Box> {
  const box = await page.$eval(selector, element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  })
  return part(box)
}

function isWithin(inner: Box, outer: Box): boolean {
  const isAfter = inner.x >= outer.x && inner.y >= outer.y
  return isAfter && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
}

/** Distances of the badges from the top left corners of the visible parts of their pictures, in pixels. */
async function offsets(page: Page): Promise<{ x: number; y: number }[]> {
  const corners = await page.$$eval('img', images =>
    images.map(image => {
      const { x, y } = image.getBoundingClientRect()
      const scroller = image.closest('#scroller')?.getBoundingClientRect()
      return { x, y: Math.max(y, scroller?.y ?? 0, 0), garment: scroller ? 'T-Shirt' : 'Trouser' }
    }),
  )
  return (await readBadges(page)).map(badge => {
    const corner = corners.find(({ garment }) => garment === badge.garment)
    return { x: badge.x - (corner?.x ?? Number.NaN), y: badge.y - (corner?.y ?? Number.NaN) }
  })
}

function areOnTheirPictures(offsets: { x: number; y: number }[]): boolean {
  return offsets.length === 2 && offsets.every(({ x, y }) => x >= 0 && x < 12 && y >= 0 && y < 12)
}
