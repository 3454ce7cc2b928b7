import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { type Box, readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { type FrameReport, readReports } from '../../scripts/drive/report.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import type { PictureOutcome, PictureReport } from '../../src/page/features/report/picture-report.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { galleryCases, galleryPage } from '../shop/gallery.ts'
import { drawPicture, garmentCodes, garmentPictures, picturePath } from '../shop/pictures.ts'

/** The outcome of one case; the names are the columns of the printed table. */
interface Row {
  case: string
  found: string
  asked: boolean
  badged: string
  right: boolean
}

describe('every way in which a page shows a picture', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    // The switch asks for permission for the site and for the hosts of its pictures.
    const elsewhere = session.shop.elsewhere + picturePath('1f455', 30)
    await switchOn(session, await session.visit(`<h1>Welcome</h1><img src="${elsewhere}" alt="">`))
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  const codes = galleryCases.map((_, i) => garmentCodes[i % garmentCodes.length] ?? '1f455')

  it('is found, answered and badged, and anything else is skipped with a reason', async () => {
    const { shop } = session
    const data = await Promise.all(codes.map((code, i) => drawPicture(code, 100 + i)))
    const pictures = codes.map((code, i) => {
      const path = picturePath(code, 100 + i)
      const css = 'position: fixed; inset: 0; width: 100%; height: 100%; margin: 0'
      const inFrame = shop.page(`<img src="${path}" style="${css}">`)
      return {
        id: `case-${i}`,
        url: shop.origin + path,
        elsewhere: shop.elsewhere + path,
        data: `data:image/jpeg;base64,${Buffer.from(data[i] ?? []).toString('base64')}`,
        page: inFrame,
        pageElsewhere: inFrame.replace(shop.origin, shop.elsewhere),
      }
    })
    const page = await session.visit(galleryPage(pictures))
    await page.setViewport({ width: 1280, height: 1500 })
    let rows: Row[] = []
    const until = (isEnough: (right: Row[]) => boolean) =>
      eventually(async () => {
        rows = await rowsOf(page)
        return rows.filter(({ right }) => right)
      }, isEnough)
    // Late pictures must arrive while the content script is at work.
    await until(right => right.length > rows.length / 2)
    await page.evaluate(() => dispatchEvent(new Event('late')))
    await until(right => right.length === rows.length).catch(() => {})
    console.table(rows)
    expect(rows.filter(({ right }) => !right)).toEqual([])

    const atRest = rows.findIndex(row => row.case === 'video at rest')
    await page.$eval(`#case-${atRest} video`, video => (video as HTMLVideoElement).play())
    await eventually(
      () => rowsOf(page),
      rows => rows[atRest]?.badged === 'moving',
    )
  })

  it('is examined again where a node is recycled', async () => {
    const [shirt, jeans] = [picturePath('1f455', 200), picturePath('1f456', 200)]
    const page = await session.visit(`<style>
        div, canvas, svg, video, input { display: inline-block; width: 120px; height: 120px }
        .shirt { background: url(${shirt}) 0 / cover } .jeans { background: url(${jeans}) 0 / cover }
        .by { background: url(${shirt}) 0 / cover } :has(> .jeans) > .by { background-image: url(${jeans}) }
      </style>
      <img src="${shirt}" alt=""><input type="image" src="${shirt}" alt=""><video poster="${shirt}"></video>
      <svg viewBox="0 0 9 9"><image href="${shirt}" width="9" height="9"/></svg>
      <svg viewBox="0 0 9 9"><image xlink:href="${shirt}" width="9" height="9"/></svg>
      <div style="background: url(${shirt}) 0 / cover"></div>
      <section><div class="by"></div><div class="shirt"></div></section><canvas></canvas>
      <script>
        async function paint(src) {
          const image = Object.assign(new Image(), { src })
          await image.decode()
          const canvas = document.querySelector('canvas')
          canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
        }
        paint('${shirt}')
      </script>`)
    const all = ['T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt', 'T-Shirt']
    await untilGarmentsAre(page, all)
    await page.evaluate(
      (shirt, jeans) => {
        for (const element of document.querySelectorAll('*:not(script, style)'))
          for (const { name, value } of [...element.attributes])
            if (value.includes(shirt)) element.setAttribute(name, value.replace(shirt, jeans))
        document.querySelector('.shirt')?.setAttribute('class', 'jeans')
        return (globalThis as unknown as { paint(src: string): Promise<void> }).paint(jeans)
      },
      shirt,
      jeans,
    )
    await untilGarmentsAre(
      page,
      all.map(() => 'Trouser'),
    )
  })

  it('is fetched once and badged twice where the page shows it twice', async () => {
    const path = picturePath('1f9e5', 201)
    const page = await session.visit(`<img src="${path}" alt="">
      <div style="width: 120px; height: 120px; background: url(${path}) 0 / cover"></div>`)
    await untilGarmentsAre(page, ['Jacket', 'Jacket'])
    expect(session.shop.fetches(path)).toBe(1)
  })

  it('has one badge where a picture covers its placeholder', async () => {
    const [shirt, blurred] = [picturePath('1f455', 202), picturePath('1f455', 203)]
    const page = await session.visit(`<div style="width: 200px; height: 200px; background: url(${blurred}) 0 / cover">
      <img src="${shirt}" style="display: block; margin: 0" alt=""></div>`)
    await untilGarmentsAre(page, ['T-Shirt'])
    await eventually(
      () => readReports(own, page.url()),
      ([{ pictures } = { pictures: [] }]) =>
        pictures.length === 2 && pictures.some(({ outcome }) => reasonOf(outcome) === 'covered'),
    )
    expect(session.shop.fetches(blurred)).toBe(0)
    await page.$eval('img', image => image.remove())
    await eventually(
      async () => session.shop.fetches(blurred),
      fetches => fetches === 1,
    )
  })

  async function rowsOf(page: Page): Promise<Row[]> {
    const reports = await readReports(own, page.url())
    const badges = await readBadges(page)
    const boxes = await page.$$eval('.case', cases => cases.map(element => element.getBoundingClientRect().toJSON()))
    const frames = new Map<string, boolean>()
    for (const frame of page.frames()) {
      // A frame that is just navigating is read in the next round.
      const name = await frame.evaluate(() => window.name).catch(() => undefined)
      const overlay = await frame.$(overlaySelector).catch(() => null)
      if (name !== undefined) frames.set(name, overlay !== null)
    }
    return galleryCases.map(({ name, kind, instead }, i) => {
      const id = `case-${i}`
      const found = pictureOf(reports, id, boxes[i])
      const garment = garmentOf(found?.outcome)
      const isBadged = frames.get(id) ?? badges.some(badge => isIn(badge, boxes[i]) && badge.garment === garment)
      const reason = found && reasonOf(found.outcome)
      return {
        case: name,
        found: found?.kind ?? reason ?? '-',
        asked: found?.outcome.state === 'answered',
        badged: isBadged ? (garment ?? '-') : (reason ?? '-'),
        right: instead
          ? reason === instead && !isBadged
          : isBadged && garment === garmentPictures[codes[i] ?? '1f455'] && (!kind || found?.kind === kind),
      }
    })
  }
})

async function untilGarmentsAre(page: Page, garments: string[]): Promise<void> {
  await eventually(
    () => readBadges(page),
    badges => badges.map(({ garment }) => garment).join() === garments.join(),
  )
}

/** The picture in the frame with that name, else the one in that box of the page, else a hidden one, which has no box. */
function pictureOf(reports: FrameReport[], id: string, box: Box | undefined): PictureReport | undefined {
  const frame = reports.find(({ name }) => name === id)
  if (frame) return frame.pictures[0]
  const pictures = reports.find(({ name }) => name === '')?.pictures ?? []
  return pictures.find(picture => isIn(picture.box, box)) ?? pictures.find(picture => picture.box.width === 0)
}

/** Compares centres, because a picture may be larger than its case. */
function isIn({ x, y, width, height }: Box, box: Box | undefined): boolean {
  if (!box) return false
  const [midX, midY] = [x + width / 2, y + height / 2]
  return midX >= box.x && midX <= box.x + box.width && midY >= box.y && midY <= box.y + box.height
}

function garmentOf(outcome: PictureOutcome | undefined): string | undefined {
  if (outcome?.state !== 'answered' || !isAnswered(outcome.answer)) return undefined
  const { verdict, garment } = outcome.answer.prediction
  return verdict === 'garment' ? garment : verdict
}

function reasonOf(outcome: PictureOutcome): string | undefined {
  if (outcome.state === 'skipped') return outcome.reason
  if (outcome.state !== 'answered') return outcome.state
  return 'failure' in outcome.answer ? outcome.answer.failure : undefined
}
