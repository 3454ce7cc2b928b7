import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { press, readBadges, readOverlay } from '../../scripts/drive/overlay.ts'
import { choosePictures, untilShown } from '../../scripts/drive/teach.ts'
import { forgetTaught } from '../helpers/browser/forget-taught.ts'
import { untilFocusOn } from '../helpers/browser/overlay-focus.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

describe('teaching from several pictures of a page', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterEach(() => forgetTaught(session))
  afterAll(() => session?.close())

  const images = (first: number, count: number) =>
    Array.from({ length: count }, (_, i) => `<img src="${picturePath('1f456', first + i)}" alt="">`).join('')
  const countOf = (template: string, count: number) => template.replace('$1', String(count))

  it('teaches what the chosen pictures show, and takes all of it back', async () => {
    const page = await session.visit(images(800, 4))
    await eventually(
      () => readBadges(page),
      badges => badges.length === 4,
    )
    await choosePictures(await session.openOwnPage(), page)
    await soon(() => readOverlay(page, '.count')).toEqual([messages.choose_hint.message])
    // The first box has the focus.
    await untilFocusOn(page, 'pick')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.mouse.click(...(await middleOfImage(2)))
    await soon(() => readOverlay(page, '.count')).toEqual([countOf(messages.choose_count.message, 3)])
    await page.mouse.click(...(await middleOfImage(2)))
    await soon(() => readOverlay(page, '.count')).toEqual([countOf(messages.choose_count.message, 2)])
    await press(page, '.these')
    await untilFocusOn(page, 'field')
    await page.keyboard.type('Hakama')
    await page.keyboard.press('Enter')
    await untilShown(page, '.done')
    await soon(() => readOverlay(page, '.count')).toEqual([`${countOf(messages.choose_learned.message, 2)}.`])
    await eventually(
      () => readBadges(page),
      badges => badges.filter(({ text }) => text.startsWith('Hakama')).length >= 2,
    )
    await press(page, '.undo')
    await eventually(
      () => readBadges(page),
      badges => badges.length === 4 && badges.every(({ garment }) => garment === 'Trouser'),
    )
    await page.close()

    async function middleOfImage(index: number): Promise<[number, number]> {
      return page.$$eval(
        'img',
        (images, index) => {
          const { x = 0, y = 0, width = 0, height = 0 } = images[index]?.getBoundingClientRect() ?? {}
          return [x + width / 2, y + height / 2] as [number, number]
        },
        index,
      )
    }
  })

  it('ends by Escape, and leaves the page as it was', async () => {
    const page = await session.visit(`<a href="#followed">${images(810, 1)}</a>`)
    await eventually(
      () => readBadges(page),
      badges => badges.length === 1,
    )
    await choosePictures(await session.openOwnPage(), page)
    await press(page, '.pick')
    expect(await page.evaluate(() => location.hash)).toBe('')
    await press(page, '.these')
    await untilFocusOn(page, 'field')
    await page.keyboard.press('Escape')
    await untilFocusOn(page, 'these')
    await page.keyboard.press('Escape')
    await eventually(
      () => readOverlay(page, '.pick, .bar-below'),
      left => left.length === 0,
    )
    await soon(() => readBadges(page)).toHaveLength(1)
    await page.close()
  })

  it('says where there is nothing to choose', async () => {
    const page = await session.visit('<p>Words</p>')
    const own = await session.openOwnPage()
    await own.evaluate(async url => {
      const tabs = await chrome.tabs.query({})
      const tabId = tabs.find(tab => tab.url === url)?.id ?? 0
      await chrome.runtime.sendMessage({ to: 'background', type: 'choose-pictures', tabId })
    }, page.url())
    await page.bringToFront()
    await soon(() => readOverlay(page, '.count')).toEqual([messages.choose_none.message])
    await page.close()
  })
})
