import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { readReports } from '../../scripts/drive/report.ts'
import type { PictureReport } from '../../src/page/features/report/picture-report.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { garmentCodes, picturePath } from '../shop/pictures.ts'

describe('the order in which pictures are answered', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openBadgedSession()
    own = await session.openOwnPage()
    // The page waits for the answers on screen, but not for as long as the host takes to start on a busy machine.
    await hostStatus(own)
  })
  afterAll(() => session?.close())

  let variant = 400
  /** Paths of pictures, each a file of its own. */
  const paths = (count: number) => {
    variant += count
    return Array.from({ length: count }, (_, i) =>
      picturePath(garmentCodes[i % garmentCodes.length] ?? '', variant + i),
    )
  }
  const images = (paths: string[]) => paths.map(path => `<img src="${path}" alt="">`).join('')

  const picturesOf = async (page: Page): Promise<PictureReport[]> =>
    (await readReports(own, page.url())).flatMap(({ pictures }) => pictures)

  it('begins with pictures on screen, continues with the rest without scrolling, and badges only those on screen', async () => {
    const page = await session.visit(images(paths(70)))
    const height = await page.evaluate(() => innerHeight)
    const isOnScreen = ({ box }: PictureReport) => box.y < height && box.y + box.height > 0
    const pictures = await eventually(
      () => picturesOf(page),
      pictures => pictures.filter(isAnswered).length === 70,
    )
    const onScreen = new Set(pictures.filter(isOnScreen).map(({ url }) => url))
    await eventually(
      () => readBadges(page),
      badges => badges.length === onScreen.size,
    )
    const tags = await untilStored(own, page.url(), 70)
    const timesOf = (areOnScreen: boolean) =>
      tags.filter(({ imageUrl }) => onScreen.has(imageUrl) === areOnScreen).map(({ seenAt }) => seenAt)
    const [shown, others] = [timesOf(true), timesOf(false)]
    expect(shown).toHaveLength(onScreen.size)
    expect(shown.length).toBeGreaterThan(0)
    expect(others.length).toBeGreaterThan(0)
    expect(Math.max(...shown)).toBeLessThanOrEqual(Math.min(...others))
    await page.close()
  })

  it('leaves out hidden tabs until they are shown', async () => {
    const [first = '', ...others] = paths(5)
    const behind = await session.visit('<h1>Not yet</h1>')
    const front = await session.visit(images(others.slice(0, 3)))
    await eventually(
      () => behind.evaluate(() => document.hidden),
      isHidden => isHidden,
    )
    await append(behind, first)
    // A picture that comes later on a page in front is answered.
    await append(front, others[3])
    await eventually(
      () => readBadges(front),
      badges => badges.length === 4,
    )
    expect(session.shop.fetches(first)).toBe(0)
    await behind.bringToFront()
    await eventually(
      () => readBadges(behind),
      badges => badges.length === 1,
    )
    await front.close()
    await behind.close()
  })

  it('leaves out a prerendered page until it is opened', async () => {
    const [here = '', there = '', later = ''] = paths(3)
    const next = session.shop.page(`<h1>Next</h1>${images([there])}
      <script>if (document.prerendering) addEventListener('load', () => fetch('/prerendered'))</script>`)
    const page = await session.visit(`${images([here])}<a href="${next}">Next</a>`)
    await page.evaluate(url => {
      const rules = document.createElement('script')
      rules.type = 'speculationrules'
      rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] })
      document.body.append(rules)
    }, next)
    await eventually(
      async () => session.shop.fetches('/prerendered'),
      fetches => fetches === 1,
    )
    await append(page, later)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 2,
    )
    expect(session.shop.fetches(there)).toBe(0)
    // The prerendered page takes over the tab as a new frame; the old `page` object can neither wait for it nor close it.
    await page.click('a')
    await eventually(
      async () => session.shop.fetches(there),
      fetches => fetches === 1,
    )
  })
})

async function append(page: Page, src = ''): Promise<void> {
  await page.evaluate(src => document.body.append(Object.assign(new Image(), { src })), src)
}

function isAnswered({ outcome }: PictureReport): boolean {
  return outcome.state === 'answered'
}
