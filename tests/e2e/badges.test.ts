import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { inOverlay, untilOverlaySays } from '../../scripts/drive/in-overlay.ts'
import { type Badge, type Box, readBadges, readCard, readOverlay } from '../../scripts/drive/overlay.ts'
import { openBadgedSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { picturePath } from '../shop/pictures.ts'

describe('badges', () => {
  let session: Session
  beforeAll(async () => {
    session = await openBadgedSession()
  })
  afterAll(() => session?.close())

  const shirt = picturePath('1f455', 300)
  const image = `<img id="picture" src="${shirt}" alt="">`

  it.each([
    ['a right-to-left page', '<style>html { direction: rtl }</style>', ''],
    ['a right-to-left page that scrolls sideways', '<style>html { direction: rtl } body { width: 3000px }</style>', ''],
    ['a zoomed page', '<style>html { zoom: 1.5 }</style>', ''],
    ['a zoomed body', '<style>body { zoom: 0.7 }</style>', ''],
    ['a translated and scaled page', '<style>html { transform: translate(40px, 30px) scale(0.8) }</style>', ''],
    ['a translated body', '<style>body { transform: translate(40px, 30px) }</style>', ''],
    [
      'a page with a margin and a positioned root',
      '<style>html { position: relative; margin: 50px 0 0 60px }</style>',
      '',
    ],
    ['a rotated picture', '<style>#picture { rotate: 10deg; margin: 80px }</style>', ''],
    ['a fixed panel', '', 'position: fixed; right: 20px; bottom: 20px'],
    ['a scaled card', '', 'transform: scale(1.4); transform-origin: 0 0'],
    ['columns', '', 'columns: 2'],
    ['vertical text', '', 'writing-mode: vertical-rl'],
  ])('lie on their picture in %s', async (_, head, style) => {
    const page = await session.visit(
      `${head}<div style="height: 900px"></div><div style="${style}">${image}</div><div style="height: 900px"></div>`,
    )
    await page.$eval('#picture', picture => picture.scrollIntoView({ block: 'center', inline: 'center' }))
    await badgesOf(page, 1)
    const picture = await boxOf(page, '#picture')
    await eventually(
      () => readBadges(page),
      ([badge]) => isWithin(badge, picture) && isInCorner(badge, picture),
    )
    await page.close()
  })

  it('pass clicks and hovering through to the page, and open where the pointer rests', async () => {
    const page = await session.visit(`<a id="link" href="#bought" style="display: inline-block">${image}</a>
      <style>#picture:hover { outline: 3px solid }</style>`)
    const [badge] = await badgesOf(page, 1)
    const [x, y] = middleOf(badge)
    await page.mouse.move(x, y)
    await page.waitForSelector('#picture:hover')
    await eventually(
      () => readBadges(page),
      ([open]) => (open?.text.split('\n').length ?? 0) >= 3,
    )
    await page.mouse.move(x, y + 300)
    await eventually(
      () => readBadges(page),
      ([shut]) => shut?.height === badge?.height,
    )
    await page.mouse.click(x, y)
    await page.waitForFunction(() => location.hash === '#bought')
    await page.close()
  })

  it('are no wider than a small picture: a screen reader says the percentage, which is not shown', async () => {
    const page = await session.visit(`${image}<style>#picture { width: 64px; height: 64px }</style>`)
    const picture = await boxOf(page, '#picture')
    await eventually(
      () => readBadges(page),
      ([badge]) => badge !== undefined && badge.width < picture.width && /^T-Shirt \d+%$/.test(badge.text),
    )
    await page.close()
  })

  it("keep out of the way of the page's own buttons and labels", async () => {
    const page = await session.visit(`<style>
        .card { position: relative; width: 220px; height: 220px }
        .card > * { position: absolute } .tag, .heart { top: 12px; padding: 6px } .tag { left: 12px } .heart { right: 12px }
        .heart { opacity: 0 } .card:hover .heart { opacity: 1 } .veil { inset: 0 }
      </style>
      <div class="card">${image}<a class="veil" href="#"></a><span class="tag">−20 %</span><button class="heart">Wish</button></div>`)
    const [tag, heart, whole] = [await boxOf(page, '.tag'), await boxOf(page, '.heart'), await boxOf(page, '#picture')]
    await eventually(
      () => readBadges(page),
      ([badge]) => isWithin(badge, whole) && !overlaps(badge, tag) && !overlaps(badge, heart),
    )
    // Badges make room for later elements too.
    await page.evaluate(() => {
      const late = Object.assign(document.createElement('button'), { className: 'late', textContent: 'Quick view' })
      late.style.cssText = 'left: 10px; bottom: 10px; padding: 6px'
      document.querySelector('.card')?.append(late)
    })
    const late = await boxOf(page, '.late')
    await eventually(
      () => readBadges(page),
      ([moved]) => moved !== undefined && !overlaps(moved, late),
    )
    await page.close()
  })

  it("hide behind the page's dialogs and drawers", async () => {
    const page = await session.visit(`${image}<dialog style="width: 600px; height: 500px; margin: 0">Cookies</dialog>
      <div id="drawer" hidden style="position: fixed; inset: 0; background: white">Cart</div>`)
    await badgesOf(page, 1)
    await page.$eval('dialog', dialog => dialog.showModal())
    await badgesOf(page, 0)
    await page.$eval('dialog', dialog => dialog.close())
    await badgesOf(page, 1)
    await page.$eval('#drawer', drawer => drawer.toggleAttribute('hidden'))
    await badgesOf(page, 0)
    await page.$eval('#drawer', drawer => drawer.toggleAttribute('hidden'))
    await badgesOf(page, 1)
    await page.close()
  })

  it('are hidden by Escape and shown by the next Escape, unless the key is meant for something else', async () => {
    const page = await session.visit(`${image}<input id="field"><dialog>Hello</dialog>`)
    await badgesOf(page, 1)
    await page.bringToFront()
    await page.focus('#field')
    await page.keyboard.press('Escape')
    await page.$eval('#field', field => (field as HTMLElement).blur())
    await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
    await page.$eval('dialog', dialog => dialog.showModal())
    await page.keyboard.press('Escape')
    // A notice would be visible by the second frame.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await readOverlay(page, '.notice')).toEqual([])
    await badgesOf(page, 1)

    // The notice stays for only 4 s.
    const notice = 'Badges are hidden on this page. Press Esc again to show them.'
    await untilOverlaySays(page, '.notice', notice, () => page.keyboard.press('Escape'))
    await badgesOf(page, 0)
    await page.keyboard.press('Escape')
    await badgesOf(page, 1)
    expect(await readCard(page)).toBe('')
    await page.close()
  })

  it('are legible on any picture', async () => {
    const grounds = ['#fff', '#000', '#808080', 'repeating-conic-gradient(#fff 0 25%, #000 0 50%) 0 / 6px 6px']
    for (const ground of grounds) {
      const page = await session.visit(`${image}<style>#picture { padding: 60px; background: ${ground} }</style>`)
      const [badge] = await badgesOf(page, 1)
      expect(await contrastOf(page, badge)).toBeGreaterThan(4.5)
      await page.close()
    }
  })

  it('are not printed', async () => {
    const page = await session.visit(image)
    await badgesOf(page, 1)
    await page.emulateMediaType('print')
    await badgesOf(page, 0)
    await page.close()
  })

  it('do not animate for a user who prefers reduced motion', async () => {
    const page = await session.visit(image)
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    const [badge] = await badgesOf(page, 1)
    await page.mouse.move(...middleOf(badge))
    await eventually(
      () => readBadges(page),
      ([open]) => (open?.height ?? 0) > (badge?.height ?? 0),
    )
    const animations = await inOverlay(page, Number.NaN, function () {
      return this.getAnimations().length
    })
    expect(animations).toBe(0)
    await page.close()
  })

  it('are read out by screen readers', async () => {
    const page = await session.visit(image)
    const [badge] = await badgesOf(page, 1)
    const debug = await page.createCDPSession()
    const heard = async () => {
      const { nodes } = await debug.send('Accessibility.getFullAXTree')
      const buttons = nodes.filter(({ role }) => role?.value === 'button')
      return buttons.map(({ name, description }) => [name?.value, description?.value])
    }
    await soon(heard).toEqual([[badge?.text, 'Seen by Apparel Lens']])
    await page.close()
  })

  it('do not shift the layout', async () => {
    const page = await session.visit(`${image}${image}<p>Text</p>`)
    await page.evaluate(() => {
      const shifts: number[] = []
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
      Object.assign(globalThis, { shifts })
    })
    const [first] = await badgesOf(page, 2)
    await page.mouse.move(...middleOf(first))
    await eventually(
      () => readBadges(page),
      ([open]) => (open?.height ?? 0) > (first?.height ?? 0),
    )
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([])
    await page.close()
  })
})

function badgesOf(page: Page, count: number): Promise<Badge[]> {
  return eventually(
    () => readBadges(page),
    badges => badges.length === count,
  )
}

function boxOf(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, element => element.getBoundingClientRect().toJSON() as Box)
}

function isWithin(inner: Box | undefined, outer: Box): boolean {
  if (!inner) return false
  const isAfter = inner.x >= outer.x && inner.y >= outer.y
  return isAfter && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
}

/** Within 16 px of a corner, which is no coincidence. */
function isInCorner(inner: Box | undefined, outer: Box): boolean {
  if (!inner) return false
  const x = Math.min(inner.x - outer.x, outer.x + outer.width - inner.x - inner.width)
  return x < 16 && Math.min(inner.y - outer.y, outer.y + outer.height - inner.y - inner.height) < 16
}

function overlaps(a: Box | undefined, b: Box): boolean {
  return !!a && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function middleOf(box: Box | undefined): [x: number, y: number] {
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : [Number.NaN, Number.NaN]
}

/** Contrast of the lightest pixel, which is text, to the median pixel, which is background (WCAG 2.2, 1.4.3). */
async function contrastOf(page: Page, badge: Box | undefined): Promise<number> {
  if (!badge) return 0
  const clip = { x: badge.x + 8, y: badge.y + 3, width: badge.width - 16, height: badge.height - 6 }
  const { data } = await sharp(await page.screenshot({ clip }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const light = Array.from(data, value =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  )
  light.sort((a, b) => a - b)
  // Text covers less than half of the badge, so the median is background.
  return ((light.at(-1) ?? 0) + 0.05) / ((light[light.length >> 1] ?? 0) + 0.05)
}
