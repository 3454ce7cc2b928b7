import type { Page } from 'puppeteer'
import { eventually } from './eventually.ts'
import { inOverlay } from './in-overlay.ts'

/** A box in CSS pixels of the viewport. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A visible badge. */
export interface Badge extends Box {
  text: string
  garment: string
}

/** Orders boxes from top to bottom, then from left to right. */
export function byPlace(a: Box, b: Box): number {
  return a.y - b.y || a.x - b.x
}

/** Reads the badges on a page, from top to bottom, then from left to right. The overlay holds them in the order of the answers. */
export async function readBadges(page: Page): Promise<Badge[]> {
  const badges = await inOverlay<Badge[], []>(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLElement>('.badge')]
      .filter(badge => badge.checkVisibility({ visibilityProperty: true }))
      .map(badge => {
        const { x, y, width, height } = badge.getBoundingClientRect()
        const shown = [...badge.querySelectorAll<HTMLElement>('[data-text]')].filter(part => part.checkVisibility())
        const text = shown.map(part => (part.matches('.row > :first-child') ? '\n' : ' ') + part.dataset.text).join('')
        return { text: text.trim(), garment: badge.dataset.garment ?? '', x, y, width, height }
      })
  })
  return badges.sort(byPlace)
}

/** Reads the card that answers a right click; '' if there is none. */
export async function readCard(page: Page): Promise<string> {
  return (await readOverlay(page, '.card .status')).join('\n')
}

/** The card's box; undefined if no card is visible. */
export async function cardBox(page: Page): Promise<Box | undefined> {
  return (await boxesOf(page, '.card'))[0]
}

/** The boxes of the overlay's visible elements. */
export function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return inOverlay(
    page,
    [],
    function (this: ShadowRoot, selector: string) {
      return [...this.querySelectorAll(selector)]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element => element.getBoundingClientRect().toJSON() as Box)
    },
    selector,
  )
}

/** Reads the texts of the overlay's visible elements. */
export function readOverlay(page: Page, selector: string): Promise<string[]> {
  return inOverlay(
    page,
    [],
    function (this: ShadowRoot, selector: string) {
      return [...this.querySelectorAll<HTMLElement>(selector)]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element =>
          [element, ...element.querySelectorAll<HTMLElement>('[data-text]')]
            .map(part => part.dataset.text ?? '')
            .join(''),
        )
    },
    selector,
  )
}

/** Presses the card's toggle for the heat map. */
export function pressWhy(page: Page): Promise<void> {
  return press(page, '.card .toggle')
}

/** Presses the card's button that copies the answer as JSON. */
export function pressCopy(page: Page): Promise<void> {
  return press(page, '.card .copy')
}

/**
 * Clicks on a part of the overlay once it is shown, can be used and no longer moves. The page must be in front.
 * @param words its text, if the selector fits several
 */
export async function press(page: Page, selector: string, words = ''): Promise<void> {
  const middleAtRest = async function (this: ShadowRoot, selector: string, words: string) {
    const middle = () => {
      const part = [...this.querySelectorAll<HTMLElement>(selector)].find(
        part =>
          (words === '' || part.dataset.text === words) &&
          part.checkVisibility({ visibilityProperty: true }) &&
          !part.matches(':disabled'),
      )
      if (!part) return []
      const { x, y, width, height } = part.getBoundingClientRect()
      return [x + width / 2, y + height / 2]
    }
    const before = middle()
    // By the second frame, everything shown before is in place.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const after = middle()
    return before.join() === after.join() ? after : []
  }
  const [x = 0, y = 0] = await eventually(
    () => inOverlay<number[], [string, string]>(page, [], middleAtRest, selector, words),
    middle => middle.length > 0,
  )
  await page.mouse.click(x, y)
}

/** A heat map on the page: the picture's box and the strongest point. */
export interface Heat extends Box {
  strongest: { x: number; y: number }
}

/** Reads the heat maps on a page. */
export function readHeat(page: Page): Promise<Heat[]> {
  return inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLCanvasElement>('.heat canvas')]
      .filter(canvas => canvas.checkVisibility({ visibilityProperty: true }))
      .map(canvas => {
        const { x, y, width, height } = canvas.getBoundingClientRect()
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        let most = 3
        for (let alpha = 3; alpha < data.length; alpha += 4) if ((data[alpha] ?? 0) > (data[most] ?? 0)) most = alpha
        const pixel = (most - 3) / 4
        const strongest = {
          x: x + (((pixel % canvas.width) + 0.5) / canvas.width) * width,
          y: y + ((Math.floor(pixel / canvas.width) + 0.5) / canvas.height) * height,
        }
        return { x, y, width, height, strongest }
      })
  })
}
