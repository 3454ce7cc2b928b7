import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

const overlay = 'document.documentElement.lastElementChild'

/** Things that a page can do to the overlay or around it. Afterwards its picture must have its badge as before. */
const attacks: Record<string, string> = {
  'a style for everything': `document.head.insertAdjacentHTML('beforeend', '<style>* { all: initial !important }</style>')`,
  'styles that hide whatever is last': `document.head.insertAdjacentHTML('beforeend', \`<style>html > :not(head, body), html > :last-child,
    :root > :nth-child(3) { display: none !important; opacity: 0 !important; position: static !important; clip-path: inset(50%) !important;
    transform: scale(0) !important; z-index: -1 !important; content-visibility: hidden !important; zoom: 9 !important }</style>\`)`,
  'a style for its element name': `document.head.insertAdjacentHTML('beforeend', '<style>' + ${overlay}.localName +
    ' { visibility: hidden !important; filter: opacity(0) !important }</style>')`,
  'attributes on its element': `for (const name of ['hidden', 'inert', 'aria-hidden', 'class', 'dir', 'lang', 'id', 'slot', 'part', 'popover'])
    ${overlay}.setAttribute(name, 'manual'); ${overlay}.style.cssText = 'display: none !important; top: 500px !important'`,
  'an animation of its element': `${overlay}.animate({ opacity: [0, 0], translate: ['0 900px', '0 900px'] }, { duration: 1e9, fill: 'both' })`,
  'children in its element': `${overlay}.innerHTML = '<b>More</b><img src="' + document.images[0].src + '">'`,
  'being used as a popover': `${overlay}.popover = 'auto'; ${overlay}.showPopover(); ${overlay}.hidePopover()`,
  'a custom element definition for its name': `customElements.define(${overlay}.localName, class extends HTMLElement {
    connectedCallback() { this.replaceChildren('mine') } })`,
  removal: `${overlay}.remove()`,
  'a move into the body': `document.body.prepend(${overlay})`,
  'a move into another document': `document.implementation.createHTMLDocument().body.append(${overlay})`,
  'a move into a frame': `{ const frame = document.createElement('iframe'); const last = ${overlay}
    document.body.append(frame); frame.contentDocument.body.append(last) }`,
  'a new root element': `{ const old = document.documentElement; const root = document.createElement('html')
    root.append(document.head, document.body); old.replaceWith(root) }`,
  'document.write': `{ const html = document.body.innerHTML; document.open(); document.write(html); document.close() }`,
  'replaced built-in functions': `for (const owner of [Element, Node, Document, EventTarget, HTMLElement, MutationObserver,
    IntersectionObserver, Array, Promise, Map, Set]) for (const name of Object.getOwnPropertyNames(owner.prototype))
    if (name !== 'constructor') try { Object.defineProperty(owner.prototype, name, { value: () => { throw new Error('mine') } }) } catch {}
    document.body.style = ''`,
  'DOM clobbering': `document.body.insertAdjacentHTML('beforeend', ['createElement', 'documentElement',
    'querySelectorAll', 'addEventListener', 'elementFromPoint', 'hidden', 'body', 'timeline', 'activeElement', 'apparelLensContent', 'apparelLensShop', 'apparelLensAnswers', 'apparelLensOverlay', 'apparelLensOutfits', 'apparelLensGarments', 'browser',
    'chrome'].map(name => '<form hidden name="' + name + '" id="' + name + '"><input name="parentNode"><input name="matches"></form>').join(''))`,
}

describe('the overlay', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  let variant = 960
  const picture = () => `<img src="${picturePath('1f455', variant++)}" width="200" height="200" alt="">`

  it.each(Object.entries(attacks))('survives %s', async (_, attack) => {
    const page = await session.visit(picture())
    await untilAtPicture(page)
    await page.evaluate(attack)
    await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {})
    await untilAtPicture(page)
    await page.close()
  })

  it('gives up on a page that keeps removing it, and returns when the page stops', async () => {
    const page = await session.visit(`<script>
      var times = 0
      const clear = new MutationObserver(() => {
        for (const element of document.querySelectorAll('${overlaySelector}')) { element.remove(); times++ }
      })
      clear.observe(document.documentElement, { childList: true })
      </script>${picture()}`)
    await page.waitForFunction('times > 10')
    const removalsInFrames = () =>
      page.evaluate(async () => {
        const count = () => (globalThis as unknown as { times: number }).times
        const before = count()
        for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame)
        return count() - before
      })
    await soon(removalsInFrames).toBe(0)
    await page.evaluate(
      html => document.body.insertAdjacentHTML('beforeend', html),
      `<script>clear.disconnect()</script>${picture()}`,
    )
    await page.evaluate('clear.disconnect()')
    await eventually(
      () => readBadges(page),
      badges => badges.length === 2,
    )
    await page.close()
  })

  it('badges a picture that is moved out of the document of a frame', async () => {
    const page = await session.visit(`<iframe srcdoc='${picture().replaceAll("'", '"')}'></iframe>`)
    const frame = await eventually(
      async () => page.frames()[1],
      frame => frame !== undefined,
    )
    await frame?.waitForSelector(overlaySelector)
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')
      const image = frame?.contentDocument?.querySelector('img')
      if (image) document.body.append(image)
      frame?.remove()
    })
    await untilAtPicture(page)
    await page.close()
  })
})

/** Waits for exactly one badge, on the page's picture. */
async function untilAtPicture(page: Page): Promise<void> {
  await eventually(
    async () => {
      const image = await page.$('img')
      const box = await image?.boundingBox()
      return { badges: await readBadges(page), box }
    },
    ({ badges: [badge, ...others], box }) =>
      badge !== undefined &&
      others.length === 0 &&
      box !== null &&
      box !== undefined &&
      badge.x >= box.x &&
      badge.y >= box.y &&
      badge.x < box.x + 100 &&
      badge.y < box.y + 50,
  )
}
