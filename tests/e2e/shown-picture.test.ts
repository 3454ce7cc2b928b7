import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { readReports } from '../../scripts/drive/report.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'
import { isFromElement, sendJpeg } from '../shop/responses.ts'

// Pictures of one variant are of one size.
describe('an answer is about the picture that the page shows', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    const elsewhere = session.shop.elsewhere + picturePath('1f455', 1000)
    const page = await session.visit(`<h1>Welcome</h1><img src="${elsewhere}" alt="">`)
    await switchOn(session, page)
    await page.goto(page.url().replace(session.shop.origin, session.shop.elsewhere))
    await switchOn(session, page)
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  const img = (src: string) => `<img src="${src}" alt="">`
  const background = (src: string) =>
    `<div style="width: 200px; height: 200px; background: url(${src}) 0 / cover"></div>`

  async function badgeOf(page: Page): Promise<string | undefined> {
    await page.bringToFront()
    const badges = await eventually(
      () => readBadges(page),
      badges => badges.length > 0,
    )
    return badges[0]?.garment
  }

  /** The reason why the page's only picture has no answer, once there is one. */
  async function failureOf(page: Page): Promise<unknown> {
    await page.bringToFront()
    const [report] = await eventually(
      async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
      ([picture]) => picture?.outcome.state === 'answered',
    )
    return report?.outcome.state === 'answered' && 'failure' in report.outcome.answer
      ? report.outcome.answer.failure
      : report?.outcome
  }

  it.each<[string, Record<string, string>]>([
    ['no-store', { 'cache-control': 'no-store' }],
    ['no lifetime', {}],
    ['a version', { 'cache-control': 'max-age=0, must-revalidate' }],
  ])('after its URL stands for another one, served with %s', async (name, headers) => {
    const pictures = [await drawPicture('1f455', 1001), await drawPicture('1f45f', 1001)]
    let visit = 0
    const path = session.shop.serve(`/today/${name.replace(' ', '-')}`, (_, response) =>
      sendJpeg(response, pictures[visit] as Uint8Array, {
        ...headers,
        ...(name === 'a version' && { etag: `"${visit}"` }),
      }),
    )
    for (const origin of [session.shop.origin, session.shop.elsewhere]) {
      visit = 0
      const page = await session.visit(img(origin + path))
      expect(await badgeOf(page)).toBe('T-Shirt')
      visit = 1
      await page.reload()
      expect(await badgeOf(page)).toBe('Shoes')
      await choose(session, page, origin + path)
      expect(await answerOf(page)).toMatch(/^(Shoes|Sneakers)/)
      await page.close()
    }
  })

  it("where the site's server sends strangers something else", async () => {
    const [shown, other] = [await drawPicture('1f455', 1002), await drawPicture('1f45f', 1002)]
    const path = session.shop.serve('/members', (request, response) =>
      sendJpeg(response, isFromElement(request) ? shown : other, { 'cache-control': 'no-store' }),
    )
    expect(await badgeOf(await session.visit(img(path)))).toBe('T-Shirt')
    expect(await badgeOf(await session.visit(background(path)))).toBe('T-Shirt')
  })

  it("gives no badge where another site's server sends strangers something else, but answers a right click", async () => {
    const [shown, other] = [await drawPicture('1f455', 1003), await drawPicture('1f45f', 1011)]
    const path = session.shop.serve('/placeholder', (request, response) =>
      sendJpeg(response, isFromElement(request) ? shown : other),
    )
    const page = await session.visit(img(session.shop.elsewhere + path))
    expect(await failureOf(page)).toBe('other_picture')
    expect(await readBadges(page)).toEqual([])
    await choose(session, page, session.shop.elsewhere + path)
    expect(await answerOf(page)).toMatch(/^T-Shirt/)
  })

  it("gives no badge where another site's server sends another picture with each request", async () => {
    const [shown, ...others] = await Promise.all(['1f455', '1f45f', '1f456'].map(code => drawPicture(code, 1004)))
    let count = 0
    const path = session.shop.serve('/rotating', (request, response) => {
      const bytes = isFromElement(request) ? shown : others[count++ % others.length]
      sendJpeg(response, bytes as Uint8Array, { 'cache-control': 'no-store' })
    })
    expect(await failureOf(await session.visit(img(session.shop.elsewhere + path)))).toBe('other_picture')
  })

  it("where the browser's cache for the extension is older than the page's", async () => {
    const pictures = [await drawPicture('1f455', 1005), await drawPicture('1f45f', 1013)]
    let edition = 0
    const path = session.shop.serve('/edition', (_, response) =>
      sendJpeg(response, pictures[edition] as Uint8Array, { 'cache-control': 'max-age=600' }),
    )
    const url = session.shop.elsewhere + path
    expect(await badgeOf(await session.visit(img(url)))).toBe('T-Shirt')
    edition = 1
    // The cache of another site's pages is another one.
    const page = await session.visit(img(url), session.shop.elsewhere)
    expect(await badgeOf(page)).toBe('Shoes')
    await page.close()
  })

  it('asks a server once for a picture that stays fresh', async () => {
    const bytes = await drawPicture('1f455', 1006)
    const path = session.shop.serve('/fresh', (_, response) =>
      sendJpeg(response, bytes, { 'cache-control': 'max-age=600' }),
    )
    for (let visit = 0; visit < 2; visit++) {
      const page = await session.visit(img(session.shop.elsewhere + path))
      await badgeOf(page)
      await page.close()
    }
    expect(session.shop.fetches(path)).toBe(1)
  })

  it('whose size the page states in another unit, or turned', async () => {
    const url = (variant: number) => session.shop.elsewhere + picturePath('1f455', variant)
    const turned = await sharp(await drawPicture('1f455', 1009))
      .resize(300, 400, { fit: 'fill' })
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer()
    const path = session.shop.serve('/turned', (_, response) => sendJpeg(response, turned))
    const page = await session.visit(`<img srcset="${url(1007)} 2x, ${url(1007)} 1x" alt="">
      <picture><source srcset="${url(1008)} 640w" sizes="200px"><img alt=""></picture>
      ${img(session.shop.elsewhere + path)}
      <img src="${session.shop.elsewhere + path}?as-is" style="image-orientation: none" alt="">`)
    await page.bringToFront()
    const reports = await eventually(
      async () => (await readReports(own, page.url())).flatMap(({ pictures }) => pictures),
      pictures => pictures.length === 4 && pictures.every(({ outcome }) => outcome.state === 'answered'),
    )
    for (const { outcome } of reports) expect(outcome).not.toHaveProperty('answer.failure')
  })

  it('that only the session of a user may see', async () => {
    const bytes = await drawPicture('1f455', 1010)
    const path = session.shop.serve('/session', ({ headers }, response) => {
      if (headers.cookie?.includes('session=1')) sendJpeg(response, bytes, { 'cache-control': 'private, max-age=600' })
      else response.writeHead(302, { location: '/sign-in', 'cache-control': 'no-store' }).end()
    })
    session.shop.serve(
      '/sign-in',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<form>Please sign in</form>') && undefined,
    )
    const cookie = '<script>document.cookie = "session=1; path=/"</script>'
    for (const show of [img, background]) {
      const page = await session.visit(`${cookie}<main></main>`)
      await page.$eval('main', (main, html) => main.setHTMLUnsafe(html), show(path))
      expect(await badgeOf(page)).toBe('T-Shirt')
      await page.close()
    }
  })

  it("that only the page's service worker has", async () => {
    const bytes = await drawPicture('1f45f', 1010)
    session.shop.serve('/app/hidden.jpg', (_, response) => sendJpeg(response, bytes))
    session.shop.serve('/app/worker.js', (_, response) => {
      const script = `onactivate = event => event.waitUntil(clients.claim())
        onfetch = event => {
          if (event.request.url.endsWith('/only.jpg')) event.respondWith(fetch('/app/hidden.jpg'))
        }`
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    })
    session.shop.serve('/app/page', (_, response) => {
      const html = `<!doctype html><style>img { width: 200px; height: 200px }</style><main></main><script>
        navigator.serviceWorker.register('/app/worker.js')
        navigator.serviceWorker.oncontrollerchange = () => {
          document.querySelector('main').innerHTML = '<img src="/app/only.jpg" alt="">'
        }</script>`
      response.writeHead(200, { 'content-type': 'text/html' }).end(html)
    })
    const page = await session.visit('')
    await page.goto(`${session.shop.origin}/app/page`)
    expect(await badgeOf(page)).toBe('Shoes')
  })

  it('that the page has at last, when the extension has given up', async () => {
    const bytes = await drawPicture('1f455', 1012)
    let giveUp = () => {}
    const givenUp = new Promise<void>(resolve => {
      giveUp = resolve
    })
    const path = session.shop.serve('/slow', async (request, response) => {
      if (!isFromElement(request)) {
        request.on('close', giveUp)
        return
      }
      await givenUp
      sendJpeg(response, bytes)
    })
    expect(await badgeOf(await session.visit(background(path)))).toBe('T-Shirt')
  })
})
