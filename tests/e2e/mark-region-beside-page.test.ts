import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, chooseRegion } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readCard } from '../../scripts/drive/overlay.ts'
import { readStage } from '../../scripts/drive/stage.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { drag, shirtAmongShoes, untilLoaded } from '../helpers/browser/region.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

const visit = async (html: string) => untilLoaded(await session.visit(html))

it('tells the page nothing, not even listeners on its window, and lets it do nothing', async () => {
  const page = await visit(`<script>
      window.heard = []
      window.frameCount = () => [window.length, frames.length, document.querySelectorAll('iframe').length].join()
      const types = ['pointerdown', 'pointermove', 'pointerup', 'pointerrawupdate', 'mousedown', 'mousemove', 'mouseup', 'click',
        'touchstart', 'touchmove', 'touchend', 'wheel', 'contextmenu', 'keydown', 'keypress', 'keyup', 'scroll', 'selectstart',
        'dragstart', 'message', 'beforeinput', 'input', 'dblclick', 'auxclick']
      for (const type of types) addEventListener(type, ({ isTrusted }) => isTrusted && heard.push(type), true)
    </script><body style="height: 3000px">${shirtAmongShoes}<input style="position: fixed" autofocus>`)
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
  const page = await visit(shirtAmongShoes)
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
  const page = await visit(shirtAmongShoes)
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
    height: 600px">${shirtAmongShoes}</dialog><script>document.querySelector('dialog').showModal()</script>`)
  await chooseRegion(session, page)
  await drag(page, 300, 200, 500, 400)
  expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
  await page.close()
})

it('works in a sandboxed page with the strictest policy', async () => {
  const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox allow-scripts`
  const page = await session.newPage()
  await page.goto(session.shop.page(shirtAmongShoes, { 'content-security-policy': policy }))
  await untilLoaded(page)
  await chooseRegion(session, page)
  await drag(page, 300, 200, 500, 400)
  expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
  await page.close()
})
