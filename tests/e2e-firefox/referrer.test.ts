import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { switchOnInFirefox } from '../../scripts/firefox/popup.ts'
import { readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'
import { isFromElement, sendJpeg } from '../shop/responses.ts'

// The server of these pictures refuses requests without a referrer.
const guarded = (code: string, variant: number) => picturePath(code, variant).replace('picture', 'guarded')
const img = (path: string, attributes = '') =>
  `<img src="${session.shop.host('pictures')}${path}" alt="" ${attributes}>`

let session: FirefoxSession
let own: Page
beforeAll(async () => {
  session = await openFirefoxSession()
  const page = await session.visit(img(picturePath('1f455', 60)))
  await switchOnInFirefox(session, page)
  await page.close()
  own = await session.openOwnPage('options')
})
afterAll(() => session?.close())

async function open(html: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = await session.visit('')
  await page.goto(session.shop.page(html, headers), { waitUntil: 'domcontentloaded' })
  await page.bringToFront()
  return page
}

it("badges pictures whose server requires a referrer: the first request is refused, the later ones send the page's", async () => {
  const paths = [guarded('1f455', 40), guarded('1f45f', 40), guarded('1f9e5', 40)]
  const page = await open(paths.map(path => img(path)).join(''))
  const badges = await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === 3,
  )
  expect(badges.map(({ garment }) => garment).sort()).toEqual(['Jacket', 'Shoes', 'T-Shirt'])
  const referrers = paths.map(path => session.shop.referrers(path))
  expect(referrers).toContainEqual(['', `${session.shop.origin}/`])
  for (const seen of referrers) expect(seen.at(-1)).toBe(`${session.shop.origin}/`)
  await eventually(
    () => own.evaluate(() => chrome.declarativeNetRequest.getSessionRules()),
    rules => rules.length === 0,
  )
  await page.close()
})

it.each<[string, string, Record<string, string>]>([
  ['tells its origin by a header', '', { 'referrer-policy': 'no-referrer, strict-origin' }],
  ['tells its origin by an attribute', 'referrerpolicy="origin"', { 'referrer-policy': 'no-referrer' }],
])('badges them on a page that %s', async (name, attributes, headers) => {
  const path = guarded('1f455', 70 + name.length)
  const page = await open(img(path, attributes), headers)
  await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length === 1,
  )
  expect(session.shop.referrers(path).at(-1)).toBe(`${session.shop.origin}/`)
  await page.close()
})

it.each<[string, string, Record<string, string>]>([
  ['a header: no-referrer', '', { 'referrer-policy': 'no-referrer' }],
  ['a header: same-origin', '', { 'referrer-policy': 'strict-origin, same-origin' }],
  ['a header that the browser does not keep', '', { 'cache-control': 'no-store' }],
  ['a <meta>', '<meta name="Referrer" content="no-referrer">', { 'referrer-policy': 'unsafe-url' }],
])('tells their server nothing where the page may not: by %s', async (name, meta, headers) => {
  const path = `/silent/${name.length}`
  const bytes = await drawPicture('1f455', 100 + name.length)
  const told: (string | undefined)[] = []
  session.shop.serve(path, (request, response) => {
    if (isFromElement(request)) return sendJpeg(response, bytes)
    told.push(request.headers.referer)
    response.writeHead(403).end()
  })
  const page = await open(meta + img(path), headers)
  await eventually(
    async () => told.length,
    count => count > 0,
  )
  // A picture that comes later is answered after the refused one was tried in every way.
  await page.evaluate(
    src => document.body.append(Object.assign(new Image(), { src })),
    session.shop.host('pictures') + picturePath('1f45f', 100 + name.length),
  )
  const badges = await eventually(
    () => readFirefoxBadges(page),
    badges => badges.length > 0,
  )
  expect(badges.map(({ garment }) => garment)).toEqual(['Shoes'])
  expect(told.filter(Boolean)).toEqual([])
  await page.close()
})
