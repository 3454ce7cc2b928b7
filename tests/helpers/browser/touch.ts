import type { Page } from 'puppeteer'

/** The narrowest screen that the pages are made for, in CSS pixels. */
export const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** What keeps fingers from using a page on a narrow screen: small targets, and parts that scroll sideways. */
export function touchFaults(page: Page): Promise<string[]> {
  return page.evaluate(findFaults, PHONE.width)
}

/** Runs in the page. In an open dialog only its own parts count, because nothing else can be used. */
async function findFaults(widthPx: number): Promise<string[]> {
  const TARGET_PX = 44
  const TARGETS = `a[href], button, input:not([type="file"]), select, summary, [role="option"], .tick, .cell .star`
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const scope = dialog ?? document.body
  const name = (element: Element) =>
    `<${element.localName} class="${element.className}" id="${element.id}"> ${element.textContent?.slice(0, 30)}`
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('.unseen, [inert]') === null

  const sideways = [...(dialog ? [] : [document.documentElement]), scope, ...scope.querySelectorAll('*')]
    // A row of chips scrolls sideways on purpose. What hides its overflow does not scroll.
    .filter(element => isShown(element) && !element.matches('.chips, input'))
    .filter(element => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
    .filter(element => element.scrollWidth > element.clientWidth)
    .map(element => `scrolls ${element.scrollWidth - element.clientWidth} px sideways: ${name(element)}`)

  /** Links in a sentence are as high as its lines. */
  const isInSentence = (element: Element) => {
    const around = element.matches('a') ? element.closest('p, li, dd, figcaption') : null
    return around !== null && around.textContent?.trim() !== element.textContent?.trim()
  }
  const small: string[] = []
  for (const element of scope.querySelectorAll<HTMLElement>(TARGETS)) {
    if (!isShown(element) || element.matches(':disabled') || isInSentence(element)) continue
    const label = element instanceof HTMLInputElement ? element.closest('label') : null
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const { x, y, width, height } = (label ?? element).getBoundingClientRect()
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    const reach = TARGET_PX / 2 - 0.5
    const takes = (dx: number, dy: number) => {
      const hit = document.elementFromPoint(middleX + dx, middleY + dy)
      return hit !== null && (element.contains(hit) || (label?.contains(hit) ?? false))
    }
    const misses = [
      [-reach, 0],
      [reach, 0],
      [0, -reach],
      [0, reach],
    ].filter(([dx = 0, dy = 0]) => !takes(dx, dy))
    if (misses.length > 0)
      small.push(`${Math.round(width)}×${Math.round(height)} misses ${misses.join(' ')}: ${name(element)}`)
  }
  const zoomed = innerWidth > widthPx ? [`is laid out ${innerWidth} px wide`] : []
  return [...zoomed, ...sideways, ...small]
}
