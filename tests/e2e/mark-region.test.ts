import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, chooseRegion, pressShortcut } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Box, boxesOf, press, readCard, readOverlay } from '../../scripts/drive/overlay.ts'
import { openPopup } from '../../scripts/drive/popup.ts'
import { readStage } from '../../scripts/drive/stage.ts'
import { untilShown } from '../../scripts/drive/teach.ts'
import { drag, shirtAmongShoes, untilLoaded } from '../helpers/browser/region.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { scenePath } from '../shop/scene.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

const visit = async (html: string) => untilLoaded(await session.visit(html))

it('answers about the part of the screen that the user drags over, on a site without permission', async () => {
  const page = await visit(shirtAmongShoes)
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
  const page = await visit(shirtAmongShoes)
  await chooseRegion(session, page)
  const touch = await page.touchscreen.touchStart(310, 210)
  await touch.move(400, 300)
  await touch.move(490, 390)
  await touch.end()
  expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
  await page.close()
})

it('works by keys alone, and gives the focus back', async () => {
  const page = await visit(`<button style="position: fixed">Buy</button>${shirtAmongShoes}`)
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
  const page = await visit(shirtAmongShoes)
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
  const page = await visit(
    `<img src="${scenePath(3)}" alt="" style="position: absolute; margin: 0; left: 300px; top: 100px; width: 480px">`,
  )
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
  const page = await visit(shirtAmongShoes)
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
  const page = await visit(shirtAmongShoes)
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
