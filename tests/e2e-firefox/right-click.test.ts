import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readFirefoxOverlay } from '../../scripts/firefox/overlay.ts'
import { areOnScene, boxOf } from '../helpers/browser/scene-marks.ts'
import { chooseInMenu } from '../helpers/firefox/browser-interface.ts'
import { boxesInFirefoxOverlay, firefoxAnswer } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession } from '../helpers/firefox/session.ts'
import { picturePath } from '../shop/pictures.ts'
import { scene, scenePath } from '../shop/scene.ts'

let session: FirefoxSession
beforeAll(async () => {
  // A capture is in device pixels.
  session = await openFirefoxSession({ preferences: { 'layout.css.devPixelsPerPx': '1.5' } })
})
afterAll(() => session?.close())

const below = '<div style="height: 2000px"></div>'

// The network sees the whole crop, so nothing beside the picture may be in it.
it.each([
  ['on screen', '', 0],
  ['scrolled to, with a quarter above the screen', below, 2360],
])('crops a picture of another site from the screen: %s', async (_, above, top) => {
  const page = await visit(above + shelvesAround(session.shop.elsewhere + picturePath('1f455', 60)) + below)
  await page.evaluate(top => window.scrollTo(0, top), top)
  await chooseInMenu(page, 'ask', '#asked')
  expect(await firefoxAnswer(page)).toMatch(/^T-Shirt 9\d%/)
  await page.close()
})

it.each([
  ['a picture of the site', () => scenePath(34), scene.items.length],
  // The screen shows other pixels than the file, and in them the network may find one of the shoes' two once more.
  ['a picture that only the screen shows', () => session.shop.elsewhere + scenePath(35), undefined],
])('lists, marks and labels what is worn in %s', async (_, src, count) => {
  const page = await visit(`<img src="${src()}" alt="" style="width: 480px; height: 720px">`)
  await chooseInMenu(page, 'show-worn')
  await firefoxAnswer(page)
  const listed = await readFirefoxOverlay(session.browser, page.url(), '.worn button')
  expect(listed).toHaveLength(count ?? listed.length)
  expect(listed[0]).toMatch(/^Jacket \d+%$/)
  const areRight = areOnScene(await boxOf(page))
  await eventually(() => boxesInFirefoxOverlay(page, '.mark'), areRight)
  expect(await readFirefoxOverlay(session.browser, page.url(), '.mark-label')).toEqual(listed)
  await page.close()
})

async function visit(html: string): Promise<Page> {
  const page = await session.visit(html)
  await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
  return page
}

/** Five rows of seven shoes and jackets without gaps, with the picture in the centre. */
function shelvesAround(url: string): string {
  const shown = Array.from({ length: 35 }, (_, i) => {
    const src = i === 17 ? url : picturePath(i % 2 ? '1f45f' : '1f9e5', 61)
    return `<img src="${src}" alt="" ${i === 17 ? 'id="asked"' : ''}>`
  })
  return `<style>body { margin: 0 } .shelves { display: grid; grid-template-columns: repeat(7, 160px) }
    .shelves img { width: 160px; height: 160px; margin: 0 }</style><div class="shelves">${shown.join('')}</div>`
}
