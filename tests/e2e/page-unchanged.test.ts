import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOff, switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { garmentCodes, picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

// Selectors and layouts that break if an image is wrapped or the body gains an element.
const styles = `<style>
  body > :last-child { margin-bottom: 40px }
  .flex { display: flex; gap: 8px } .flex > * { flex: 1 } .flex > img:only-of-type { width: 50% }
  .grid { display: grid; grid-template-columns: repeat(3, 1fr) } .grid > :nth-child(2n) { padding: 10px }
  a > img:first-child { border: 3px solid }
  .tile { width: 120px; height: 120px; background: url(${picturePath('1f455', 25)}) 0 / cover }
  .tile::after { content: ''; display: block; height: 120px; background: url(${picturePath('1f456', 25)}) 0 / cover }
  svg, video { width: 120px; height: 120px }
</style>`

// Each gets a badge; the pseudo-element covers the tile.
const otherKinds = `<div class="tile"></div><div style="width: 120px; height: 120px; content: url(${picturePath('1f45f', 25)})"></div>
  <svg viewBox="0 0 9 9"><image href="${picturePath('1f9e5', 25)}" width="9" height="9"/></svg>
  <video poster="${picturePath('1fa73', 25)}"></video>
  <section><template shadowrootmode="closed"><img src="${picturePath('1f455', 26)}" width="120" height="120"></template></section>`

it('moves and changes nothing on the page, and leaves nothing behind when switched off', async () => {
  const image = (code: string) => `<img src="${picturePath(code, 6)}" alt="">`
  const [a, b, c, ...rest] = garmentCodes.map(image)
  const page = await session.visit(`${styles}<div class="flex">${a}<p>Text</p>${b}</div>
    <div class="grid">${rest.map(image => `<a href="/">${image}<span>A name</span></a>`).join('')}</div>
    <p>Before ${c} after</p>${otherKinds}`)
  await page.waitForFunction(() => [...document.images].every(image => image.complete))

  await page.setViewport({ width: 1280, height: 2500 })
  await page.waitForFunction(() => innerHeight === 2500)
  const before = await describePage(page)
  await switchOn(session, page)
  await eventually(
    () => readBadges(page),
    badges => badges.length === garmentCodes.length + 5,
  )
  expect(await describePage(page)).toEqual(before)

  await switchOff(session, page)
  await page.waitForFunction(() => document.documentElement.children.length === 2)
  expect(await readBadges(page)).toEqual([])
  const own = await session.openOwnPage()
  await eventually(
    () => own.evaluate(() => chrome.permissions.getAll()),
    ({ origins }) => origins?.length === 0,
  )
})

/** The page's markup, all boxes and its scrollable size. */
function describePage(page: Page) {
  return page.evaluate(() => ({
    html: document.body.outerHTML,
    boxes: [document.documentElement, ...document.body.querySelectorAll('*')].map(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${element.localName} ${x} ${y} ${width} ${height}`
    }),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }))
}
