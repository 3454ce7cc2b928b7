import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openPopup, switchOn } from '../../scripts/drive/popup.ts'
import { readReports } from '../../scripts/drive/report.ts'
import { grant } from '../helpers/browser/grant.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { drawPicture } from '../shop/pictures.ts'
import { isFromElement, sendJpeg } from '../shop/responses.ts'

const COUNT = 16
/** How many requests a server allows between two pauses. */
const ALLOWED_COUNT = 6

describe('a picture server that limits requests', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    await switchOn(session, await session.visit('<h1>Welcome</h1>'))
    await grant(
      session,
      ['seconds', 'date', 'silent', 'closed', 'picky'].map(name => `http://${name}.localhost/*`),
    )
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  /** A page with pictures from a host. */
  const shelf = (host: string, paths: string[]) =>
    `<style>img { width: 90px; height: 90px; margin: 2px }</style>
    ${paths.map(path => `<img src="${session.shop.host(host)}${path}" alt="">`).join('')}`

  /** Serves pictures, but only so many to strangers before each pause. @returns their paths, and the number of refusals */
  async function limit(host: string, status: number, headers: () => Record<string, string>, pauseMs: number) {
    let allowed = ALLOWED_COUNT
    let resumeAt = 0
    const counts = { refused: 0 }
    const paths = await Promise.all(
      Array.from({ length: COUNT }, async (_, i) => {
        const bytes = await drawPicture(i % 2 ? '1f455' : '1f45f', 1100 + i)
        return session.shop.serve(`/${host}/${i}`, (request, response) => {
          if (isFromElement(request)) return sendJpeg(response, bytes)
          const now = performance.now()
          if (allowed === 0 && now >= resumeAt) allowed = ALLOWED_COUNT
          if (allowed > 0) {
            if (--allowed === 0) resumeAt = now + pauseMs
            return sendJpeg(response, bytes)
          }
          counts.refused++
          response.writeHead(status, headers()).end()
        })
      }),
    )
    return { paths, counts }
  }

  it.each<[host: string, status: number, headers: () => Record<string, string>]>([
    ['seconds', 429, () => ({ 'retry-after': '1' })],
    ['date', 503, () => ({ 'retry-after': new Date(Date.now() + 2000).toUTCString() })],
    ['silent', 429, () => ({})],
  ])('gets a pause and is asked again, until all pictures have badges: %s', async (host, status, headers) => {
    const { paths, counts } = await limit(host, status, headers, 900)
    const page = await session.visit(shelf(host, paths))
    await page.bringToFront()
    await eventually(
      () => readBadges(page),
      badges => badges.length === COUNT,
    )
    expect(counts.refused).toBeGreaterThan(0)
    // Without a pause, each picture would be refused again and again.
    expect(counts.refused).toBeLessThan(COUNT)
    await page.close()
  })

  it('that asks for an hour is left alone, and people read why there is no badge', async () => {
    const [bytes, other] = [await drawPicture('1f455', 1120), await drawPicture('1f45f', 1121)]
    const serve = (path: string, file: Uint8Array) =>
      session.shop.serve(path, (request, response) => {
        if (isFromElement(request)) sendJpeg(response, file)
        else response.writeHead(429, { 'retry-after': '3600' }).end()
      })
    const [first, second] = [serve('/closed/1', bytes), serve('/closed/2', other)]
    const page = await session.visit(shelf('closed', [first]))
    const untilFailed = (count: number) =>
      eventually(
        async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
        pictures => pictures.filter(({ outcome }) => outcome.state === 'answered').length === count,
      )
    await page.bringToFront()
    expect(await untilFailed(1)).toMatchObject([{ outcome: { answer: { failure: 'busy', detail: '429' } } }])
    await page.evaluate(
      src => document.body.append(Object.assign(new Image(), { src })),
      session.shop.host('closed') + second,
    )
    expect((await untilFailed(2))[1]).toMatchObject({ outcome: { answer: { failure: 'busy' } } })
    expect([session.shop.fetches(first), session.shop.fetches(second)]).toEqual([1, 0])
    const popup = await openPopup(session, page)
    await popup.waitForFunction(
      text => document.body.innerText.includes(text),
      {},
      messages.page_unread.message.replace('$1', '2'),
    )
    await popup.close()
    // What the page shows can still be cut from the screen.
    await choose(session, page, session.shop.host('closed') + second)
    expect(await answerOf(page)).toMatch(/^(Shoes|Sneakers)/)
    expect(session.shop.fetches(second)).toBe(0)
  })

  it("that refuses what no page's picture would accept sends what pages get", async () => {
    const bytes = await drawPicture('1f455', 1122)
    const accepted = new Set<string | undefined>()
    const path = session.shop.serve('/picky', ({ headers }, response) => {
      accepted.add(headers.accept)
      if (/image\/webp/.test(headers.accept ?? '')) sendJpeg(response, bytes)
      else response.writeHead(406).end()
    })
    const page = await session.visit(shelf('picky', [path]))
    await page.bringToFront()
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    expect([...accepted]).toHaveLength(1)
  })
})
