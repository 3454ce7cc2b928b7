import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { readReports } from '../../scripts/drive/report.ts'
import { grant } from '../helpers/browser/grant.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { drawPicture } from '../shop/pictures.ts'
import { isFromElement, sendJpeg } from '../shop/responses.ts'

/** How a page shows a picture, and the headers of the page. */
interface Showing {
  html(url: string): string
  headers?: Record<string, string>
}

const img = (url: string) => `<img src="${url}" alt="">`
const silent = { 'referrer-policy': 'no-referrer' }
const box = 'width: 200px; height: 200px; background-size: cover;'

// The servers of these pictures refuse everybody but the page's own elements, so that the extension tries all that it may.
describe('a page that tells a picture server nothing about itself', () => {
  let session: Session
  let own: Page
  /** What else a server was told, by path: the referrer and the origin of each request of the extension. */
  const told = new Map<string, (string | undefined)[]>()
  beforeAll(async () => {
    session = await openSession()
    await switchOn(session, await session.visit('<h1>Welcome</h1>'))
    await grant(session, ['http://pictures.localhost/*'])
    own = await session.openOwnPage()
    session.shop.serve('/sheet.css', ({ url }, response) => {
      const rule = `.sheet { ${box} background-image: url(${new URLSearchParams(url?.split('?')[1]).get('url')}) }`
      response.writeHead(200, { 'content-type': 'text/css' }).end(rule)
    })
  })
  afterAll(() => session?.close())

  let count = 0
  /** Opens a page with a picture from another site. */
  async function open({ html, headers }: Showing) {
    const bytes = await drawPicture('1f455', 1200 + count)
    const path = `/private/${count++}`
    const requests: (string | undefined)[] = []
    told.set(path, requests)
    session.shop.serve(path, (request, response) => {
      if (isFromElement(request)) return sendJpeg(response, bytes)
      requests.push(request.headers.referer, request.headers.origin)
      if (request.headers.referer) sendJpeg(response, bytes)
      else response.writeHead(403).end()
    })
    const url = session.shop.host('pictures') + path
    const page = await session.visit('')
    await page.goto(session.shop.page(html(url), headers))
    await page.bringToFront()
    return { page, url, requests }
  }

  const ways: Record<string, Showing> = {
    'a header: no-referrer': { html: img, headers: silent },
    'a header: same-origin': { html: img, headers: { 'referrer-policy': 'same-origin' } },
    'a <meta>': { html: url => `<meta name="referrer" content="no-referrer">${img(url)}` },
    'a <meta> in spite of its header': {
      html: url => `<meta name="Referrer" content="same-origin">${img(url)}`,
      headers: { 'referrer-policy': 'unsafe-url' },
    },
    'an attribute': { html: url => `<img referrerpolicy="no-referrer" src="${url}" alt="">` },
    'an attribute in spite of its header': {
      html: url => `<img referrerpolicy="same-origin" src="${url}" alt="">`,
      headers: { 'referrer-policy': 'origin' },
    },
    'a link': { html: url => `<a rel="nofollow NoReferrer" href="/">${img(url)}</a>` },
    'a background': { html: url => `<div style="${box} background-image: url(${url})"></div>`, headers: silent },
    'a style sheet of unknown policy': {
      html: url => `<link rel="stylesheet" href="/sheet.css?url=${encodeURIComponent(url)}"><div class="sheet"></div>`,
    },
  }

  it.each(Object.entries(ways))('stays unknown to it: by %s', async (name, showing) => {
    const { page, url, requests } = await open(showing)
    await eventually(
      async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
      ([picture]) => picture?.outcome.state === 'answered',
    )
    if (!/background|sheet/.test(name)) {
      await choose(session, page, url)
      expect(await answerOf(page)).toMatch(/^T-Shirt/)
    }
    expect(requests).not.toEqual([])
    expect(requests.filter(told => told && !told.startsWith('chrome-extension:'))).toEqual([])
    expect(await readBadges(page)).toEqual([])
    await page.close()
  })

  it.each<[string, Showing]>([
    ['a header', { html: img, headers: { 'referrer-policy': 'strict-origin' } }],
    [
      'a <meta> in spite of its header',
      { html: url => `<meta name="referrer" content="origin">${img(url)}`, headers: silent },
    ],
    ['an attribute', { html: url => `<img referrerpolicy="unsafe-url" src="${url}" alt="">`, headers: silent }],
    ['a style of its own', { html: url => `<div style="${box} background-image: url(${url})"></div>` }],
  ])('tells it no more than its origin where it allows that: by %s', async (_, showing) => {
    const { page, requests } = await open(showing)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    expect(requests.filter(told => told && !told.startsWith('chrome-extension:'))).toEqual([`${session.shop.origin}/`])
    await page.close()
  })

  it('adds nothing to the page by finding out', async () => {
    const { page } = await open({
      html: url => `<script>
        seen = []
        const watcher = new MutationObserver(changes => {
          for (const { addedNodes } of changes) for (const { localName } of addedNodes) seen.push(localName)
        })
        addEventListener('load', () => {
          watcher.observe(document, { childList: true, subtree: true })
          document.body.append(Object.assign(new Image(), { src: '${url}' }))
        })
      </script>`,
      headers: silent,
    })
    await eventually(
      async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
      ([picture]) => picture?.outcome.state === 'answered',
    )
    const seen = (await page.evaluate('seen')) as string[]
    expect(seen.filter(name => !name.startsWith('apparel-lens'))).toEqual(['img'])
    expect(await page.evaluate(() => window.length)).toBe(0)
  })
})
