import type { Page } from 'puppeteer'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOff } from '../../scripts/drive/popup.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { classOfName } from '../helpers/class-of-name.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  session = await openBadgedSession()
})
beforeEach(() => setAltTexts(true))
afterAll(() => session?.close())

const tee = picturePath('1f455', 80)
const shoe = picturePath('1f45f', 80)
const cat = picturePath('1f408', 80)

it('describes garments without a description and nothing else, and restores the page to the byte', async () => {
  const page =
    await session.visit(`<main><img src="${tee}"><img alt src="${shoe}"><img src="${tee}?2" alt="  " title="A">
    <img src="${tee}?3" alt="Striped tee"><img src="${cat}" alt=""><img src="${shoe}?2" alt="" style="width: 20px; height: 20px">
    <section><template shadowrootmode="closed"><img src="${shoe}?3" alt=""></template></section></main>`)
  const html = () => page.$eval('main', main => main.outerHTML)
  // The page is untouched until the first answer.
  const before = await (await fetch(page.url())).text()
  await untilAltsAre(page, ['T-Shirt', 'Shoes', 'T-Shirt', 'Striped tee', '', ''])

  await setAltTexts(false)
  await untilAltsAre(page, [null, '', '  ', 'Striped tee', '', ''])
  // The served HTML, as the parser serialises it.
  const found = await page.evaluate(before => {
    const { documentElement } = new DOMParser().parseFromString(before, 'text/html')
    for (const template of documentElement.querySelectorAll('template')) template.remove()
    return documentElement.querySelector('main')?.outerHTML
  }, before)
  expect(await html()).toBe(found)

  await setAltTexts(true)
  await untilAltsAre(page, ['T-Shirt', 'Shoes', 'T-Shirt', 'Striped tee', '', ''])
})

it('removes the text with its picture, and keeps what the page has changed', async () => {
  const page = await session.visit(
    [tee, shoe, `${tee}?4`, `${shoe}?4`].map(src => `<img src="${src}" alt="">`).join(''),
  )
  await untilAltsAre(page, ['T-Shirt', 'Shoes', 'T-Shirt', 'Shoes'])
  const heard = await page.evaluate(
    (coat, cat) => {
      const [first, second, third, fourth] = document.images
      first?.setAttribute('src', coat)
      second?.setAttribute('src', cat)
      third?.setAttribute('alt', 'T-Shirt')
      fourth?.setAttribute('alt', '')
      // Read before the next task: a screen reader must never hear the old picture's text with the new picture.
      return new Promise<string[]>(resolve => queueMicrotask(() => resolve([first?.alt ?? '?', second?.alt ?? '?'])))
    },
    picturePath('1f9e5', 80),
    cat,
  )
  expect(heard).toEqual(['', ''])
  await untilAltsAre(page, ['Jacket', '', 'T-Shirt', ''])
  await setAltTexts(false)
  await untilAltsAre(page, ['', '', 'T-Shirt', ''])
})

it('gives up on a page that removes every text', async () => {
  const page = await session.visit(`<img src="${tee}" alt=""><script>
    let changes = 0
    new MutationObserver(records => {
      changes += records.length
      if (document.images[0].alt !== '') document.images[0].alt = ''
    }).observe(document.images[0], { attributeFilter: ['alt'] })
    Object.defineProperty(window, 'changes', { get: () => changes })
  </script>`)
  await eventually(
    () => readBadges(page),
    badges => badges.length === 1,
  )
  const changes = () => page.evaluate(() => (globalThis as unknown as { changes: number }).changes)
  await eventually(changes, count => count >= 2)
  // Makes the content script examine the image again before it answers the new one.
  await page.evaluate(src => {
    document.images[0]?.classList.add('seen')
    document.body.append(Object.assign(new Image(), { src }))
  }, shoe)
  await untilAltsAre(page, ['', 'Shoes'])
  expect(await changes()).toBe(2)
})

// Last, because it switches the site off.
it('removes the text from clones too, and from images that leave the page', async () => {
  const page = await session.visit(`<div><img id="tee" src="${tee}" alt=""></div><img id="shoe" src="${shoe}">`)
  await untilAltsAre(page, ['T-Shirt', 'Shoes'])
  await page.evaluate(() => {
    const [tee, shoe] = document.images
    // Hidden, so the content script never examines it.
    const hidden = tee?.cloneNode() as HTMLElement
    hidden.hidden = true
    document.body.append(tee?.cloneNode() as HTMLElement, hidden)
    shoe?.remove()
    Object.assign(globalThis, { shoe })
  })
  await eventually(
    () => page.evaluate(() => (globalThis as unknown as { shoe: HTMLElement }).shoe.outerHTML),
    html => html === `<img id="shoe" src="${shoe}">`,
  )
  await untilAltsAre(page, ['T-Shirt', 'T-Shirt', 'T-Shirt'])
  await switchOff(session, page)
  await untilAltsAre(page, ['', '', ''])
  expect(await page.$eval('img[hidden]', image => image.getAttributeNames().sort())).toEqual([
    'alt',
    'hidden',
    'id',
    'src',
  ])
})

/** Stores the setting as the options page does. */
async function setAltTexts(altTexts: boolean): Promise<void> {
  const own = await session.openOwnPage()
  await own.evaluate(async altTexts => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings as object), altTexts } })
  }, altTexts)
  await own.close()
}

/** A text may name a kind of the garment. */
async function untilAltsAre(page: Page, alts: (string | null)[]): Promise<void> {
  await eventually(
    () => page.$$eval('img', images => images.map(image => image.getAttribute('alt'))),
    seen => JSON.stringify(seen.map(alt => alt && classOfName(alt))) === JSON.stringify(alts),
  )
}
