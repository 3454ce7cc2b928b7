import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose, followVideo } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Box, boxesOf, press, readBadges, readOverlay } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { untilFocusOn } from '../helpers/browser/overlay-focus.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { untilStored } from '../helpers/browser/stored-tags.ts'
import { pictureInFilm, recordFilm, testFilm, untilPlaying } from '../helpers/browser/video.ts'
import { soon } from '../helpers/soon.ts'
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
    await untilMarked(page)
    await soon(() => readOverlay(page, '.mark-label')).toEqual([expect.stringMatching(/^(Shoes|Sneakers?) ?\d+%$/)])
    await soon(() => stateOf(page)).toEqual([messages.follow_on.message])
    await soon(() => readOverlay(page, '.follow .heard')).toEqual([expect.stringMatching(/^(Shoes|Sneakers?)$/)])
    const video = await page.$eval('video', video => video.getBoundingClientRect().toJSON() as Box)
    const { left, top, width, height } = pictureInFilm
    const isOnPicture = (mark: Box | undefined) =>
      !!mark &&
      Math.abs(mark.x + mark.width / 2 - video.x - left - width / 2) < 70 &&
      Math.abs(mark.y + mark.height / 2 - video.y - top - height / 2) < 70
    await eventually(
      () => boxesOf(page, '.mark'),
      ([mark]) => isOnPicture(mark),
    )
    const copy = await overlayCopy(page)
    const still = await session.visit(copy, session.shop.elsewhere)
    expect(await faultsOf(still)).toEqual([])
    await still.close()
    // Whatever waits to be stored comes before the tag of this answer.
    const other = await session.visit(`<img src="${shoes}" alt="">`)
    await choose(session, other, session.shop.origin + shoes)
    await answerOf(other)
    await untilStored(own, other.url(), 1)
    await other.close()
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
    await untilMarked(page)
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
    await soon(() => stateOf(page)).toEqual([])
    await page.close()
  })

  it('ends with the video', async () => {
    const page = await play()
    await followVideo(session, page)
    await untilMarked(page)
    // It plays again and again until now: its end must come after the start of the following.
    await page.$eval('video', video => {
      video.loop = false
    })
    await page.waitForFunction(() => document.querySelector('video')?.ended)
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

  it('is offered on the card that a badge opens', async () => {
    const page = await session.visit(`<video poster="${shoes}" style="width: 300px; height: 300px"></video>`)
    await switchOn(session, page)
    await page.bringToFront()
    await soon(() => readBadges(page)).toHaveLength(1)
    await page.keyboard.press('Tab')
    await untilFocusOn(page, 'badge')
    await page.keyboard.press('Enter')
    await press(page, '.card .follow-video')
    await soon(() => stateOf(page)).toEqual([messages.follow_waiting.message])
    expect(await readOverlay(page, '.card .follow-video')).toEqual([])
    await page.close()
  })
})
