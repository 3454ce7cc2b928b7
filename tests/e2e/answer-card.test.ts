import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { answerOf, choose, chooseHere } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Box, cardBox, readCard } from '../../scripts/drive/overlay.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

describe('the answer card', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  // In each place the small card that appears first fits; the final card is larger.
  it.each([
    ['near the right end of the screen', 'right: 150px; top: 100px; width: 200px; height: 200px'],
    ['as wide as the screen less a margin', 'left: 200px; top: 100px; width: 900px; height: 200px'],
    ['at the lower end of the screen', 'left: 0; bottom: 20px; width: 200px; height: 70px'],
    ['of the size of an icon', 'left: 200px; top: 100px; width: 16px; height: 16px'],
  ])('lies on screen and beside its picture before and after it grows: %s', async (name, css) => {
    const gate = name.replaceAll(' ', '-')
    const path = `${picturePath('1f455', 75)}?held-${gate}`
    const page = await session.visit(`<img src="${path}" alt="" style="position: fixed; margin: 0; ${css}">`)
    await choose(session, page, session.shop.origin + path)
    await eventually(
      () => readCard(page),
      card => card === messages.answer_looking.message,
    )
    const picture = await page.$eval('img', image => image.getBoundingClientRect().toJSON() as Box)
    const isRight = (card: Box | undefined) => isOnScreen(page.viewport(), card) && !overlaps(card, picture)
    const small = await eventually(() => cardBox(page), isRight)
    session.shop.release(gate)
    expect(await answerOf(page)).toMatch(/^T-Shirt \d+%/)
    const large = await eventually(() => cardBox(page), isRight)
    expect(large?.height).toBeGreaterThan(small?.height ?? Number.NaN)
    await page.close()
  })

  it('is visible on a page whose root has no height', async () => {
    const page = await session.visit('<style>body { position: absolute }</style>Words')
    await page.mouse.click(40, 30, { button: 'right' })
    await chooseHere(session, page)
    expect(await answerOf(page)).toBe(messages.answer_no_picture.message)
  })
})

function isOnScreen(screen: { width: number; height: number } | null, box: Box | undefined): boolean {
  if (!screen || !box) return false
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= screen.width && box.y + box.height <= screen.height
}

function overlaps(a: Box | undefined, b: Box): boolean {
  return !!a && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
