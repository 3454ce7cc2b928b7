import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { followVideo } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Box, boxesOf, press, readOverlay } from '../../scripts/drive/overlay.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { pictureInFilm, recordFilm, testFilm, untilPlaying } from '../helpers/browser/video.ts'
import { picturePath } from '../shop/pictures.ts'

const shoes = picturePath('1f45f', 62)
const stateOf = (page: Page) => readOverlay(page, '.follow .state')
const untilMarked = (page: Page) =>
  eventually(
    () => readOverlay(page, '.mark-label'),
    labels => labels.length > 0,
  )
const untilGone = (page: Page) =>
  eventually(
    () => readOverlay(page, '.follow, .mark, .mark-label'),
    left => left.length === 0,
  )
const untilNotice = (page: Page, words: string) =>
  eventually(
    () => readOverlay(page, '.notice'),
    ([notice]) => notice === words,
  )

describe('following a video', () => {
  let session: Session
  let own: Page
  beforeAll(async () => {
    session = await openSession()
    own = await session.openOwnPage()
  })
  afterAll(() => session?.close())

  const play = async (options: Parameters<typeof testFilm>[1] = {}) => {
    const page = await session.visit(testFilm(shoes, options))
    await untilPlaying(page)
    return page
  }

  it('marks what the video shows, says so, and stores nothing', async () => {
    const page = await play()
    await followVideo(session, page)
    const [label] = await untilMarked(page)
    expect(label).toMatch(/^(Shoes|Sneakers?) ?\d+%$/)
    expect(await stateOf(page)).toEqual([messages.follow_on.message])
    expect(await readOverlay(page, '.follow .heard')).toEqual([label?.replace(/ ?\d+%$/, '')])
    const video = await page.$eval('video', video => video.getBoundingClientRect().toJSON() as Box)
    const [mark] = await boxesOf(page, '.mark')
    const { left, top, width, height } = pictureInFilm
    const [x, y] = [(mark?.x ?? 0) + (mark?.width ?? 0) / 2, (mark?.y ?? 0) + (mark?.height ?? 0) / 2]
    expect(Math.abs(x - video.x - left - width / 2)).toBeLessThan(70)
    expect(Math.abs(y - video.y - top - height / 2)).toBeLessThan(70)
    const copy = await overlayCopy(page)
    const still = await session.visit(copy, session.shop.elsewhere)
    expect(await faultsOf(still)).toEqual([])
    await still.close()
    expect(await untilStored(own, page.url(), 0)).toEqual([])
    await page.close()
  })

  it('waits while the video is paused, and goes on with it', async () => {
    const page = await play()
    await followVideo(session, page)
    await untilMarked(page)
    await page.evaluate(() => document.querySelector('video')?.pause())
    await eventually(
      () => stateOf(page),
      ([state]) => state === messages.follow_waiting.message,
    )
    expect(await readOverlay(page, '.mark-label')).not.toEqual([])
    await page.evaluate(() => document.querySelector('video')?.play())
    await eventually(
      () => stateOf(page),
      ([state]) => state === messages.follow_on.message,
    )
    await page.close()
  })

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['Escape', page => page.keyboard.press('Escape')],
    ['its button', page => press(page, '.follow .stop')],
    ['the end of the element', page => page.evaluate(() => document.querySelector('video')?.remove())],
    ['another tab in front', () => own.bringToFront()],
  ])('ends by %s', async (_, end) => {
    const page = await play()
    await followVideo(session, page)
    await untilMarked(page)
    await end(page)
    await untilGone(page)
    await page.bringToFront()
    expect(await stateOf(page)).toEqual([])
    await page.close()
  })

  it('ends with the video', async () => {
    const page = await play({ attributes: '', seconds: 3 })
    await followVideo(session, page)
    await eventually(
      () => page.evaluate(() => document.querySelector('video')?.ended),
      isEnded => isEnded === true,
    )
    await untilGone(page)
    await page.close()
  })

  it('follows the video that is right-clicked, also under what covers it', async () => {
    const cover = '<div style="position: absolute; left: 0; top: 0; width: 700px; height: 400px; opacity: 0.01"></div>'
    const page = await session.visit(testFilm(shoes) + cover)
    await untilPlaying(page)
    await page.mouse.click(300, 200, { button: 'right' })
    await followVideo(session, page)
    await untilMarked(page)
    await page.close()
  })

  it('says why it does not follow a protected video', async () => {
    const page = await play()
    await page.evaluate(async () => {
      const capability = { contentType: 'video/webm; codecs="vp8"' }
      const access = await navigator.requestMediaKeySystemAccess('org.w3.clearkey', [
        { videoCapabilities: [capability] },
      ])
      await document.querySelector('video')?.setMediaKeys(await access.createMediaKeys())
    })
    await followVideo(session, page)
    await untilNotice(page, messages.follow_protected.message)
    await untilGone(page)
    await page.close()
  })

  it('says why it does not follow a video of another site that does not share it', async () => {
    const file = await recordFilm(session, shoes)
    const path = session.shop.serve('/video.webm', (_, response) => {
      response.writeHead(200, { 'content-type': 'video/webm', 'content-length': file.length }).end(file)
    })
    const page = await session.visit(`<video muted autoplay loop src="${session.shop.elsewhere}${path}"></video>`)
    await page.bringToFront()
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
    await followVideo(session, page)
    await untilNotice(page, messages.follow_tainted.message)
    await untilGone(page)
    await page.close()
  })

  it('says where there is no video', async () => {
    const page = await session.visit('<p>Words</p>')
    await followVideo(session, page)
    await untilNotice(page, messages.follow_none.message)
    await page.close()
  })
})
