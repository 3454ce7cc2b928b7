import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, chooseRegion, pressShortcut } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Box, boxesOf, press, readCard, readOverlay } from '../../scripts/drive/overlay.ts'
import { openPopup } from '../../scripts/drive/popup.ts'
import { readStage } from '../../scripts/drive/stage.ts'
import { untilShown } from '../../scripts/drive/teach.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { zoom } from '../helpers/browser/zoom.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'
import { scenePath } from '../shop/scene.ts'

const shirt = picturePath('1f455', 60)
const shoes = picturePath('1f45f', 61)
const at = (css: string, src: string) => `<img src="${src}" alt="" style="position: absolute; margin: 0; ${css}">`
/** A T-shirt among shoes, at 300, 200, with a side of 200 pixels. */
const shelf =
  at('left: 300px; top: 200px; width: 200px', shirt) +
  at('left: 100px; top: 200px; width: 200px', shoes) +
  at('left: 500px; top: 200px; width: 200px', shoes)
const isLoaded = () => document.images.length > 0 && [...document.images].every(image => image.complete)

describe('marking a region', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  const visit = async (html: string, origin?: string) => {
    const page = await session.visit(html, origin)
    await page.waitForFunction(isLoaded)
    return page
  }

  it('answers about the part of the screen that the user drags over, on a site without permission', async () => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    await drag(page, 500, 400, 300, 200)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await soon(async () => (await readStage(page)).hint).toBe('')
    await soon(() => readOverlay(page, '.asked')).toHaveLength(1)
    await page.keyboard.press('Escape')
    await eventually(
      () => readOverlay(page, '.card, .asked'),
      left => left.length === 0,
    )
    await page.close()
  })

  it('works by touch', async () => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    const touch = await page.touchscreen.touchStart(310, 210)
    await touch.move(400, 300)
    await touch.move(490, 390)
    await touch.end()
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })

  it('works by keys alone, and gives the focus back', async () => {
    const page = await visit(`<button style="position: fixed">Buy</button>${shelf}`)
    await page.focus('button')
    await chooseRegion(session, page)
    await eventually(
      () => readStage(page),
      ({ isFocused }) => isFocused,
    )
    const repeat = async (key: 'ArrowLeft' | 'ArrowUp' | 'ArrowRight' | 'ArrowDown', count: number) => {
      for (let i = 0; i < count; i++) await page.keyboard.press(key)
    }
    const { width, height } = page.viewport() ?? { width: 0, height: 0 }
    await page.keyboard.press('ArrowLeft')
    await soon(async () => (await readStage(page)).region).toMatchObject({
      x: width / 4,
      y: height / 4,
      width: width / 2,
      height: height / 2,
    })
    await page.keyboard.down('Shift')
    await repeat('ArrowLeft', Math.round((width / 2 - 200) / 16))
    await repeat('ArrowUp', Math.round((height / 2 - 200) / 16))
    await page.keyboard.up('Shift')
    await repeat('ArrowLeft', Math.round((width / 4 - 300) / 16))
    await repeat('ArrowDown', Math.round((200 - height / 4) / 16))
    await repeat('ArrowUp', Math.round((height / 4 - 200) / 16))
    await page.keyboard.press('Enter')
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    const isFocused = () => page.evaluate(() => document.activeElement?.localName.startsWith('apparel-lens') ?? false)
    await eventually(isFocused, isOnCard => isOnCard)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.localName === 'button')
    await page.close()
  })

  it('is started by its shortcut', async () => {
    const page = await visit(shelf)
    // The key grants `activeTab`, which the driver gets from the popup.
    const popup = await openPopup(session, page)
    await popup.close()
    await page.bringToFront()
    await pressShortcut(session, 'mark-region')
    await eventually(
      () => readStage(page),
      ({ hint }) => hint !== '',
    )
    await page.close()
  })

  it('finds what else a region shows', async () => {
    const page = await visit(at('left: 300px; top: 100px; width: 480px', scenePath(3)))
    await chooseRegion(session, page)
    await drag(page, 300, 100, 780, 820)
    await answerOf(page)
    await untilShown(page, '.also .act')
    await press(page, '.also .act')
    const isInside = ({ x, y, width, height }: Box) => x >= 299 && y >= 99 && x + width <= 781 && y + height <= 821
    await eventually(
      () => boxesOf(page, '.mark'),
      marks => marks.length >= 2 && marks.every(isInside),
    )
    await page.close()
  })

  it('says that a region is too small, and lets the user try again', async () => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    await drag(page, 310, 210, 330, 390)
    await eventually(
      () => readStage(page),
      ({ hint }) => hint === messages.region_small.message,
    )
    await drag(page, 300, 200, 500, 400)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })

  it.each(['Escape', 'Enter on Cancel', 'a click on Cancel'])('leaves the page as it was by %s', async way => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    await eventually(
      () => readStage(page),
      ({ isFocused }) => isFocused,
    )
    if (way === 'Escape') await page.keyboard.press('Escape')
    else if (way === 'Enter on Cancel') {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    } else await page.mouse.click(...(await readStage(page)).cancel)
    await eventually(
      () => readStage(page),
      ({ hint }) => hint === '',
    )
    await soon(() => page.$$('html > :not(head, body)')).toHaveLength(0)
    expect(await readCard(page)).toBe('')
    await page.close()
  })

  it('tells the page nothing, not even listeners on its window, and lets it do nothing', async () => {
    const page = await visit(`<script>
        window.heard = []
        window.frameCount = () => [window.length, frames.length, document.querySelectorAll('iframe').length].join()
        const types = ['pointerdown', 'pointermove', 'pointerup', 'pointerrawupdate', 'mousedown', 'mousemove', 'mouseup', 'click',
          'touchstart', 'touchmove', 'touchend', 'wheel', 'contextmenu', 'keydown', 'keypress', 'keyup', 'scroll', 'selectstart',
          'dragstart', 'message', 'beforeinput', 'input', 'dblclick', 'auxclick']
        for (const type of types) addEventListener(type, ({ isTrusted }) => isTrusted && heard.push(type), true)
      </script><body style="height: 3000px">${shelf}<input style="position: fixed" autofocus>`)
    await chooseRegion(session, page)
    await eventually(
      () => readStage(page),
      ({ isFocused }) => isFocused,
    )
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild
      const init = { clientX: 300, clientY: 200, buttons: 1, isPrimary: true, bubbles: true, composed: true }
      for (const target of [window, document, host, document.body])
        for (const event of [
          new PointerEvent('pointerdown', init),
          new PointerEvent('pointermove', { ...init, clientX: 500, clientY: 400 }),
          new PointerEvent('pointerup', { ...init, clientX: 500, clientY: 400 }),
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
        ])
          target?.dispatchEvent(event)
    })
    expect((await readStage(page)).region).toBeUndefined()
    await page.keyboard.type('abc')
    await page.keyboard.press('PageDown')
    await page.mouse.move(300, 200)
    await page.mouse.wheel({ deltaY: 500 })
    await page.mouse.click(400, 300, { button: 'right' })
    await drag(page, 300, 200, 320, 220)
    expect(await page.evaluate('frameCount()')).toBe('0,0,0')
    await drag(page, 300, 200, 500, 400)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    expect(await page.evaluate('[...heard, scrollY, document.querySelector("input").value].join()')).toBe('0,')
    await page.close()
  })

  it('axe finds no fault in what the user sees', async () => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    await page.keyboard.press('ArrowUp')
    await eventually(
      () => readStage(page),
      ({ region }) => region !== undefined,
    )
    const copy = await overlayCopy(page)
    expect(copy).toContain(messages.cancel.message)
    const still = await session.visit(copy, session.shop.elsewhere)
    expect(await faultsOf(still)).toEqual([])
    await still.close()
    await page.close()
  })

  it('leaves when the page removes it', async () => {
    const page = await visit(shelf)
    await chooseRegion(session, page)
    await page.evaluate(() => document.documentElement.lastElementChild?.remove())
    await eventually(
      () => readStage(page),
      ({ hint }) => hint === '',
    )
    await page.mouse.click(400, 300)
    expect(await readCard(page)).toBe('')
    await page.close()
  })

  it('lies above an open dialog', async () => {
    const page = await visit(`<dialog style="padding: 0; border: 0; margin: 0; max-width: none; inset: 0; width: 800px;
      height: 600px">${shelf}</dialog><script>document.querySelector('dialog').showModal()</script>`)
    await chooseRegion(session, page)
    await drag(page, 300, 200, 500, 400)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })

  it('works in a sandboxed page with the strictest policy', async () => {
    const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox allow-scripts`
    const page = await session.newPage()
    await page.goto(session.shop.page(shelf, { 'content-security-policy': policy }))
    await page.waitForFunction(isLoaded)
    await chooseRegion(session, page)
    await drag(page, 300, 200, 500, 400)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    await page.close()
  })
})

describe.each([1, 2])('a marked region at %i device pixels per CSS pixel', ratio => {
  let session: Session
  beforeAll(async () => {
    session = await openSession({ args: [`--force-device-scale-factor=${ratio}`, '--window-size=1300,1100'] })
  })
  afterAll(() => session?.close())

  it.each(['a scrolled page', 'a zoomed root element', 'a pinched page', 'a zoom of 150 %'])(
    'is what the user sees: %s',
    async place => {
      const style = place === 'a zoomed root element' ? '<style>html { zoom: 1.3 }</style>' : ''
      const page = await session.visit(`${style}<div style="height: 700px"></div>
        <div style="position: relative; height: 2000px">${shelf}</div>`)
      // The real window size instead of an emulated one.
      await page.setViewport(null)
      await page.waitForFunction(() => innerWidth === outerWidth)
      await page.waitForFunction(isLoaded)
      await page.evaluate(() => window.scrollTo(0, 600))
      if (place === 'a pinched page') {
        const pinch = await page.createCDPSession()
        await pinch.send('Input.synthesizePinchGesture', { x: 400, y: 300, scaleFactor: 1.5 })
      }
      if (place === 'a zoom of 150 %') await zoom(session, page)
      await chooseRegion(session, page)
      const { x, y, width, height } = await page.$eval('img', image => image.getBoundingClientRect().toJSON())
      // The driver counts from the corner of the visual viewport, in pixels of the page.
      const { left, top } = await page.evaluate(() => ({
        left: visualViewport?.offsetLeft ?? 0,
        top: visualViewport?.offsetTop ?? 0,
      }))
      const seen = (x: number, y: number) => [x - left, y - top] as const
      await drag(page, ...seen(x, y), ...seen(x + width, y + height))
      expect(await answerOf(page)).toMatch(/^T-Shirt 9\d%/)
      await page.close()
    },
  )
})

async function drag(page: Page, fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move((fromX + toX) / 2, (fromY + toY) / 2)
  await page.mouse.move(toX, toY)
  await page.mouse.up()
}
