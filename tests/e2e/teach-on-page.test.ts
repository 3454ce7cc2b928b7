import type { Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { cardBox, press, readBadges, readCard, readOverlay } from '../../scripts/drive/overlay.ts'
import { pressOnBadge, untilShown, untilTold } from '../../scripts/drive/teach.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { forgetTaught } from '../helpers/browser/forget-taught.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { untilFocusOn } from '../helpers/browser/overlay-focus.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture, picturePath } from '../shop/pictures.ts'
import { isFromElement, sendJpeg } from '../shop/responses.ts'

describe('teaching on a page', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterEach(() => forgetTaught(session))
  afterAll(() => session?.close())

  let variant = 700
  const img = (code: string, variant: number, style = '') =>
    `<img src="${picturePath(code, variant)}" alt="" style="${style}">`
  const image = (style = '') => img('1f455', variant, style)
  const visit = (html = image()) => session.visit(html)

  it('corrects a badge with two clicks, in every tab, and takes it back', async () => {
    variant++
    const other = await visit()
    const page = await visit()
    await untilBadgeIs(page, 'T-Shirt')
    await pressOnBadge(page, 'wrong')
    await untilShown(page, '.field')
    await press(page, '.name', 'Shirt')
    await untilTold(page)
    await soon(() => readCard(page)).toMatch(/^Shirt/)
    await untilBadgeIs(page, 'Shirt')
    await other.bringToFront()
    await untilBadgeIs(other, 'Shirt')

    // A later visit too: what the user has said is stored.
    const later = await visit()
    await untilBadgeIs(later, 'Shirt')
    await page.bringToFront()
    await press(page, '.undo')
    await untilBadgeIs(page, 'T-Shirt')
    await untilShown(page, '.wrong')
    for (const tab of [later, other]) {
      await tab.bringToFront()
      await untilBadgeIs(tab, 'T-Shirt')
    }
    for (const tab of [page, later, other]) await tab.close()
  })

  it('corrects a badge by three keys, and gives the focus back', async () => {
    variant++
    const page = await visit()
    await page.bringToFront()
    await untilBadgeIs(page, 'T-Shirt')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await untilFocusOn(page, 'right')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await untilFocusOn(page, 'field')
    // Escape closes the chooser only.
    await page.keyboard.press('Escape')
    await untilFocusOn(page, 'wrong')
    await soon(() => readCard(page)).toMatch(/^T-Shirt/)
    await page.keyboard.press('Enter')
    await untilFocusOn(page, 'field')
    await page.keyboard.type('ha')
    await page.keyboard.press('Enter')
    await untilTold(page)
    await untilFocusOn(page, 'undo')
    await untilBadgeIs(page, 'Hat')
    await page.keyboard.press('Escape')
    await untilFocusOn(page, 'badge')
    await page.close()
  })

  it('learns a kind of the user’s own, which is a badge, an answer and JSON from then on', async () => {
    variant++
    const page = await visit()
    await untilBadgeIs(page, 'T-Shirt')
    await pressOnBadge(page, 'wrong')
    await untilFocusOn(page, 'field')
    await page.keyboard.type('Kimono')
    await soon(() => readOverlay(page, '.name')).toEqual([messages.teach_own.message.replace('$1', 'Kimono')])
    await page.keyboard.press('Enter')
    await untilTold(page)
    await eventually(
      () => readBadges(page),
      ([badge]) => badge?.text.startsWith('Kimono') === true,
    )
    // The next time, it is on the list.
    variant++
    const next = await visit()
    await pressOnBadge(next, 'wrong')
    await soon(() => readOverlay(next, '.name.own')).toEqual(['Kimono'])
    for (const tab of [page, next]) await tab.close()
  })

  it('confirms the answer to a right click with one click', async () => {
    variant++
    const page = await visit()
    await choose(session, page, session.shop.origin + picturePath('1f455', variant))
    expect(await answerOf(page)).toMatch(/^T-Shirt/)
    await press(page, '.card .right')
    await untilTold(page)
    await soon(() => readCard(page)).toContain(messages.teach_told.message)
    await page.close()
  })

  it('learns the picture that the page shows, where the server sends others something else', async () => {
    const [shown, other] = [await drawPicture('1f455', 790), await drawPicture('1f45f', 798)]
    const path = session.shop.serve('/for-members', (request, response) =>
      sendJpeg(response, isFromElement(request) ? shown : other),
    )
    const url = session.shop.elsewhere + path
    const page = await session.visit(`<img src="${url}" alt="">`)
    await choose(session, page, url)
    expect(await answerOf(page)).toMatch(/^T-Shirt/)
    await press(page, '.card .wrong')
    await untilShown(page, '.field')
    await press(page, '.name', 'Hat')
    await untilTold(page)
    await soon(() => readCard(page)).toMatch(/^Hat/)
    const both = await session.visit(img('1f455', 790) + img('1f45f', 798))
    await both.bringToFront()
    await soon(async () => (await readBadges(both)).map(({ garment }) => garment)).toEqual(['Hat', 'Shoes'])
    for (const tab of [page, both]) await tab.close()
  })

  it('says a class more exactly with one more click', async () => {
    variant++
    const page = await visit()
    await pressOnBadge(page, 'wrong')
    await untilShown(page, '.field')
    await press(page, '.name', 'Shoes')
    await untilTold(page)
    await press(page, '.finer', messages.kind_Boot.message)
    await eventually(
      () => readBadges(page),
      ([badge]) => badge?.text.startsWith(messages.kind_Boot.message) === true,
    )
    await page.close()
  })

  it.each([
    ['a small picture in a corner', 'position: fixed; right: 0; bottom: 0; width: 60px; height: 60px'],
    ['a picture as large as the screen', 'position: fixed; inset: 0; width: 100%; height: 100%'],
  ])('keeps the chooser on the screen: %s', async (_, style) => {
    variant++
    const page = await visit(image(style))
    await pressOnBadge(page, 'wrong')
    await untilShown(page, '.field')
    const { width = 0, height = 0 } = page.viewport() ?? {}
    await eventually(
      () => cardBox(page),
      box => !!box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
    )
    await page.close()
  })

  it('has no fault that axe finds, with the chooser open and after a lesson', async () => {
    variant++
    const page = await visit()
    await pressOnBadge(page, 'wrong')
    await untilFocusOn(page, 'field')
    await page.keyboard.type('sh')
    await soon(() => overlayCopy(page)).toContain('Shirt')
    const copies = [await overlayCopy(page)]
    await page.keyboard.press('Enter')
    await untilTold(page)
    copies.push(await overlayCopy(page))
    for (const copy of copies) {
      expect(copy).toContain('Shirt')
      const still = await session.visit(copy, session.shop.elsewhere)
      expect(await faultsOf(still)).toEqual([])
      await still.close()
    }
    await page.close()
  })

  it('lets a page neither hear what is typed nor type or press anything itself', async () => {
    variant++
    const page = await visit(`${image()}<script>
      window.heard = []
      for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'compositionstart'])
        document.addEventListener(type, event => heard.push(event.key ?? event.data ?? type), true)
    </script>`)
    await untilBadgeIs(page, 'T-Shirt')
    await pressOnBadge(page, 'wrong')
    await untilFocusOn(page, 'field')
    await page.keyboard.type('yukata')
    await soon(() => readOverlay(page, '.name')).toEqual([messages.teach_own.message.replace('$1', 'yukata')])
    expect(await page.evaluate('heard')).toEqual([])
    await page.evaluate(() => {
      document.execCommand('selectAll')
      document.execCommand('insertText', false, 'hat')
      const target = document.activeElement
      const keys = ['h', 'Enter', 'Escape'].map(
        key => new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      )
      for (const event of keys) for (const at of [window, document, target]) at?.dispatchEvent(event)
      ;(target as HTMLElement | null)?.click()
    })
    expect(await readOverlay(page, '.name')).toEqual([messages.teach_own.message.replace('$1', 'yukata')])
    expect(await readOverlay(page, '.card .undo')).toEqual([])
    expect(await page.evaluate(() => (window as unknown as { find(words: string): boolean }).find('yukata'))).toBe(
      false,
    )
    await page.close()
  })
})

async function untilBadgeIs(page: Page, garment: string): Promise<void> {
  await eventually(
    () => readBadges(page),
    ([badge]) => badge?.garment === garment,
  )
}
