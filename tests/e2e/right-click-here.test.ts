import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose, chooseHere, serviceWorker } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { cardBox, readBadges } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

const shirt = picturePath('1f455', 70)
const jacket = picturePath('1f9e5', 70)
const box = (css: string, inner = '') => `<div style="width: 200px; height: 200px; ${css}">${inner}</div>`
const shadow = (html: string) => `<div><template shadowrootmode="closed">${html}</template></div>`

/** Pictures for which the browser shows no image menu; each is the first element on its page. */
const pictures = [
  ['a background', box(`background: url(${shirt}) 0 / cover`)],
  ['a background of a link', `<a href="/" style="display: block">${box(`background: url(${shirt}) 0 / cover`)}</a>`],
  ['a background under a link', box(`background: url(${shirt}) 0 / cover`, `<a href="/">${box('')}</a>`)],
  ['a background in a shadow root', shadow(box(`background: url(${shirt}) 0 / cover`))],
  [
    'a background above a patterned section',
    `<section style="background: url(${jacket}) 0 / cover">${box(`background: url(${shirt}) 0 / cover`)}</section>`,
  ],
  ['a video', `<video poster="${shirt}" style="display: block; width: 200px; height: 200px"></video>`],
  [
    'a drawing',
    `<canvas width="200" height="200" style="display: block"></canvas><script>
      const image = Object.assign(new Image(), { src: '${shirt}' })
      image.onload = () => document.querySelector('canvas').getContext('2d').drawImage(image, 0, 0, 200, 200)
    </script>`,
  ],
  [
    'an image without pointer events',
    box('', `<img src="${shirt}" style="pointer-events: none; display: block; margin: 0" alt="">`),
  ],
] as const

/** The same, where only the screen can tell what they show. */
const seen = [
  [
    'a canvas that is drawn on all the time',
    `<canvas width="200" height="200" style="display: block"></canvas><script>
      const image = Object.assign(new Image(), { src: '${shirt}' })
      const context = document.querySelector('canvas').getContext('2d')
      const draw = time => {
        context.drawImage(image, 0, 0, 200, 200)
        context.fillRect(time % 200, 0, 4, 4)
        requestAnimationFrame(draw)
      }
      requestAnimationFrame(draw)
    </script>`,
  ],
  ['a part of a sheet of pictures', box(`background: url(${shirt}) -1px -1px / 202px auto`)],
  [
    'a drawing made of shapes',
    `<svg width="200" height="200" viewBox="0 0 10 10" style="display: block"><rect width="10" height="10" fill="#fff"/>
      <path fill="#2a6fdb" d="M3.4 1.6 Q5 2.6 6.6 1.6 L9.2 2.8 L8.5 4.8 L7.2 4.4 V8.7 H2.8 V4.4 L1.5 4.8 L0.8 2.8 Z"/></svg>`,
  ],
] as const

describe('a right click where the browser finds no image', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
    await followMenu(session)
  })
  beforeEach(async () => {
    const worker = await serviceWorker(session)
    await worker.evaluate(() => {
      delete (globalThis as Recorded).update
    })
  })
  afterAll(() => session?.close())

  it.each(pictures)('offers the menu entry and answers at %s', async (_, html) => {
    const page = await session.visit(`${html}<p style="height: 40px">Words</p><img src="${jacket}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.some(({ garment }) => garment === 'T-Shirt'),
    )
    await page.mouse.move(120, 120)
    await untilOffered(session, true)
    await page.mouse.click(120, 120, { button: 'right' })
    await chooseHere(session, page)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })

  it.each(seen)('crops %s from the screen', async (_, html) => {
    const page = await session.visit(`${html}<p style="height: 40px">Words</p><img src="${jacket}" alt="">`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await page.mouse.move(120, 120)
    await untilOffered(session, true)
    await page.mouse.click(120, 120, { button: 'right' })
    await chooseHere(session, page)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })

  it('offers the entry nowhere else, and on no other site', async () => {
    const page = await session.visit(`${box(`background: url(${shirt}) 0 / cover`)}
      <p style="height: 40px">Words</p><img src="${jacket}" alt="">
      ${box(`background: url(${jacket}) 0 / cover`, `<img src="${shirt}" style="margin: 0; display: block" alt="">`)}
      <iframe src="${session.shop.page(`<img src="${shirt}" alt="">`)}" style="display: block; height: 200px"></iframe>`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 3,
    )
    const places = { words: 240, image: 350, imageOverBackground: 580, frame: 800 }
    for (const y of Object.values(places)) {
      await page.mouse.move(120, 120)
      await untilOffered(session, true)
      expect(await lastUpdate(session)).toMatchObject({
        contexts: ['all'],
        documentUrlPatterns: ['http://127.0.0.1/*'],
      })
      await page.mouse.move(120, y)
      await untilOffered(session, false)
      // For images Chromium would group this entry with the image entry in a submenu, even while it is hidden.
      expect((await lastUpdate(session))?.contexts).toEqual(['audio'])
    }
    await page.mouse.move(120, 120)
    await untilOffered(session, true)
    await page.goto(session.shop.page('<h1>Elsewhere</h1>'))
    await untilOffered(session, false)
  })

  it('says so if there is no picture', async () => {
    const page = await session.visit(`<p>Words</p><img src="${jacket}" alt="">`)
    await page.mouse.click(40, 30, { button: 'right' })
    await chooseHere(session, page)
    expect(await answerOf(page)).toBe(messages.answer_no_picture.message)
  })

  it('answers at the clicked one of several equal images, wherever the pointer is by then', async () => {
    const image = (margin: number) => `<img src="${shirt}" style="display: block; margin: ${margin}px 0 0" alt="">`
    const page = await session.visit(image(0) + image(300))
    await eventually(
      () => readBadges(page),
      badges => badges.length === 2,
    )
    await page.mouse.click(120, 620, { button: 'right' })
    await page.mouse.move(120, 120)
    await choose(session, page, session.shop.origin + shirt)
    await answerOf(page)
    await soon(async () => (await cardBox(page))?.y).toBeGreaterThan(500)
  })
})

/** The last update of the menu entry, recorded in the service worker: extensions cannot query their menu entries. */
interface Recorded {
  update?: { visible?: boolean; contexts?: string[]; documentUrlPatterns?: string[] }
}

async function followMenu(session: Session): Promise<void> {
  const worker = await serviceWorker(session)
  await worker.evaluate(() => {
    const { contextMenus } = (globalThis as unknown as { browser: typeof chrome }).browser
    const update = contextMenus.update.bind(contextMenus)
    contextMenus.update = ((id: string, change: NonNullable<Recorded['update']>) => {
      ;(globalThis as Recorded).update = change
      return update(id, change as Parameters<typeof update>[1])
    }) as typeof update
  })
}

async function untilOffered(session: Session, isOffered: boolean): Promise<void> {
  await eventually(
    () => lastUpdate(session),
    update => update?.visible === isOffered,
  )
}

async function lastUpdate(session: Session): Promise<Recorded['update']> {
  const worker = await serviceWorker(session)
  return worker.evaluate(() => (globalThis as Recorded).update)
}
