import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { inOverlay, overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { cardBox, readCard } from '../../scripts/drive/overlay.ts'
import { chooseWorn, listedGarments, readMarks } from '../../scripts/drive/worn.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { overlayCopy } from '../helpers/browser/overlay-copy.ts'
import { untilFocusOn } from '../helpers/browser/overlay-focus.ts'
import { areOnScene, boxOf, isApart, untilMarked } from '../helpers/browser/scene-marks.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'
import { scene, scenePath } from '../shop/scene.ts'

describe('what is worn in a picture, on a site that was never switched on', () => {
  let session: Session
  let variant = 0
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  /** Shows a scene and asks what is worn there. */
  async function pageWithMarks(css = 'height: 720px; width: 480px', html = ''): Promise<Page> {
    const page = await session.visit(
      `<button>Buy</button><br><img src="${scenePath(variant++)}" alt="a scene" style="${css}">${html}`,
    )
    await page.waitForFunction(() => document.images[0]?.complete)
    await page.focus('button')
    await chooseWorn(session, page, await page.$eval('img', image => image.src))
    await listedGarments(page)
    // Keys that come earlier are the page's.
    await untilFocusOn(page, 'card')
    return page
  }

  it('is listed and marked, each garment with its label, of which none covers another', async () => {
    const page = await pageWithMarks()
    const listed = await listedGarments(page)
    for (const [i, { garment }] of scene.items.entries()) expect(listed[i], garment).toMatch(/^\D+\d+%$/)
    expect(listed).toHaveLength(scene.items.length)
    expect(listed[0]).toMatch(/^Jacket/)
    const image = await boxOf(page)
    await untilMarked(page, areOnScene(image))
    const readLabels = async () => (await readMarks(page)).labels
    await soon(async () => (await readLabels()).map(({ text }) => text.replace(' ', ''))).toEqual(listed)
    await eventually(readLabels, labels =>
      labels.every((label, i) => labels.slice(i + 1).every(other => isApart(label, other))),
    )
    await page.close()
  })

  it('stays marked while the picture scrolls, grows, is cropped and moves', async () => {
    const page = await pageWithMarks('height: 720px; width: 480px', '<div style="height: 2000px"></div>')
    const show = (css: string) =>
      page.$eval('img', (image, css) => image.setAttribute('style', `height: 720px; width: 480px; ${css}`), css)
    await page.evaluate(() => scrollBy(0, 150))
    await untilMarked(page, areOnScene(await boxOf(page)))
    await show('width: 600px; object-fit: contain')
    const wide = await boxOf(page)
    await untilMarked(page, areOnScene({ ...wide, x: wide.x + 60, width: 480 }))
    await show('scale: 0.5; transform-origin: 0 0')
    await untilMarked(page, areOnScene(await boxOf(page)))
    await show('translate: 300px 40px')
    await untilMarked(page, areOnScene(await boxOf(page)))
    // No mark is better than one in the wrong place.
    await show('rotate: 20deg')
    await eventually(
      () => readMarks(page),
      ({ marks, labels }) => marks.length === 0 && labels.length === 0,
    )
    await page.close()
  })

  it('is read from the screen where no other way is left, and marked there', async () => {
    const src = session.shop.elsewhere + scenePath(variant++)
    const page = await session.visit(`<img src="${src}" alt="" style="width: 480px; height: 720px">`)
    await page.waitForFunction(() => document.images[0]?.complete)
    await chooseWorn(session, page, src)
    await listedGarments(page)
    await untilMarked(page, areOnScene(await boxOf(page)))
    await page.close()
  })

  it('is said to be nothing, with the answer about the whole picture', async () => {
    const page = await session.visit(`<img src="${picturePath('1f408', 501)}" alt="a cat">`)
    await page.waitForFunction(() => document.images[0]?.complete)
    await chooseWorn(session, page, await page.$eval('img', image => image.src))
    expect(await listedGarments(page)).toEqual([])
    for (const { message } of [messages.worn_none, messages.answer_none])
      await soon(() => readCard(page)).toContain(message)
    await page.close()
  })

  it('has the reason where the picture cannot be read', async () => {
    const page = await session.visit('<img src="/bad/corrupt" alt="">')
    await chooseWorn(session, page, `${session.shop.origin}/bad/corrupt`)
    expect(await listedGarments(page)).toEqual([])
    expect(await readCard(page)).not.toBe('')
    await page.close()
  })

  it('is stepped through by the keyboard, and Escape returns the focus', async () => {
    const page = await pageWithMarks()
    const pointed = async () => (await readMarks(page)).marks.map(({ isPointed }) => isPointed)
    await untilMarked(page, marks => marks.length === 3)
    const steps: [Parameters<Page['keyboard']['press']>[0], boolean[]][] = [
      ['ArrowDown', [true, false, false]],
      ['ArrowDown', [false, true, false]],
      ['End', [false, false, true]],
      ['ArrowRight', [true, false, false]],
      ['ArrowUp', [false, false, true]],
      ['Home', [true, false, false]],
      ['Tab', [false, true, false]],
    ]
    for (const [key, expected] of steps) {
      await page.keyboard.press(key)
      await eventually(pointed, pointed => pointed.join() === expected.join())
    }
    await page.keyboard.press('Escape')
    await soon(() => readCard(page)).toBe('')
    await soon(async () => (await readMarks(page)).marks).toEqual([])
    await page.waitForFunction(() => document.activeElement?.localName === 'button')
    await page.close()
  })

  it('is emphasised under the pointer', async () => {
    const page = await pageWithMarks()
    const marks = await untilMarked(page, marks => marks.length === 3)
    const { x = 0, y = 0, width = 0, height = 0 } = marks[1] ?? {}
    await page.mouse.move(x + width / 2, y + height / 2)
    await eventually(
      async () => (await readMarks(page)).marks.map(({ isPointed }) => isPointed),
      pointed => pointed.join() === 'false,true,false',
    )
    await page.close()
  })

  it('has no fault that axe finds, in any theme', async () => {
    const page = await pageWithMarks()
    await untilMarked(page, marks => marks.length === 3)
    await page.keyboard.press('ArrowDown')
    const roles = await inOverlay(page, [], function (this: ShadowRoot) {
      return [...this.querySelectorAll('.worn, .worn > *')].map(part => part.getAttribute('role') ?? '')
    })
    expect(roles).toEqual(['list', 'listitem', 'listitem', 'listitem'])
    const copy = await session.visit(await overlayCopy(page))
    expect(await faultsOf(copy)).toEqual([])
    await copy.close()
    await page.close()
  })

  it('tells a hostile page nothing', async () => {
    const page = await pageWithMarks(
      'height: 720px; width: 480px',
      `<script>
        window.heard = []
        for (const type of ['keydown', 'keyup', 'focusin', 'click', 'pointerenter'])
          document.addEventListener(type, event => event.target.localName?.includes('-') && heard.push(type), true)
      </script>`,
    )
    await untilMarked(page, marks => marks.length === 3)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const seen = await page.evaluate(
      (selector, words) => {
        const host = document.querySelector(selector)
        const { scrollWidth = 0, scrollHeight = 0, childElementCount = 0, textContent = '' } = host ?? {}
        const image = document.querySelector('img')
        return {
          size: [scrollWidth, scrollHeight],
          children: childElementCount,
          text: textContent,
          root: host?.shadowRoot ?? null,
          attributes: host?.getAttributeNames(),
          image: image?.getAttributeNames(),
          found: words.filter(word => (window as unknown as { find(word: string): boolean }).find(word)),
          heard: (window as unknown as { heard: string[] }).heard.filter(type => type.startsWith('key')),
          scrolled: scrollY,
        }
      },
      overlaySelector,
      ['Jacket', messages.worn_title.message],
    )
    expect(seen).toEqual({
      size: [100, 0],
      children: 0,
      text: '',
      root: null,
      attributes: [],
      image: ['src', 'alt', 'style'],
      found: [],
      heard: [],
      scrolled: 0,
    })
    await page.close()
  })

  it('keeps its card on a small screen', async () => {
    const page = await pageWithMarks('width: 320px; height: 480px')
    await page.setViewport({ width: 360, height: 560 })
    await eventually(
      () => cardBox(page),
      box => !!box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 360 && box.y + box.height <= 560,
    )
    await page.close()
  })
})
