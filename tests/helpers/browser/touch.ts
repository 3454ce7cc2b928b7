import type { Page } from 'puppeteer'

/** The narrowest screen that the pages are made for, in CSS pixels. */
export const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** What keeps fingers from using a page on a narrow screen: small targets, cut words, and parts that scroll sideways. */
export function touchFaults(page: Page): Promise<string[]> {
  return page.evaluate(findFaults, PHONE.width)
}

/** Runs in the page. In an open dialog only its own parts count, because nothing else can be used. */
function findFaults(widthPx: number): string[] {
  const TARGET_PX = 44
  const TARGETS = 'a[href], button, input:not([type="file"]), select, summary, [role="option"], .tick, .cell .star'
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const scope = dialog ?? document.body
  const name = (element: Element) =>
    `${element.localName}.${[...element.classList].join('.')} ${element.textContent?.trim().slice(0, 30)}`
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('.unseen, [inert]') === null
  const all = [scope, ...scope.querySelectorAll<HTMLElement>('*')].filter(isShown)
  const faults: string[] = []

  for (const element of all) {
    // A row of chips scrolls sideways on purpose. What hides its overflow does not scroll.
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX) && !element.matches('.chips, input')
    if (scrolls && element.scrollWidth > element.clientWidth) faults.push(`scrolls sideways: ${name(element)}`)
    // A switch takes taps beyond what it draws.
    const hasWords = element.matches('button:not([role="switch"]), .choose')
    if (hasWords && element.scrollWidth > element.clientWidth + 1) faults.push(`cuts its words: ${name(element)}`)
  }
  const root = document.documentElement
  const pageWidth = getComputedStyle(root).overflowX === 'hidden' ? innerWidth : Math.max(innerWidth, root.scrollWidth)
  if (pageWidth > widthPx) {
    const beyond = all.filter(element => !element.closest('.chips') && element.getBoundingClientRect().right > widthPx)
    faults.push(`the page scrolls sideways, because of ${beyond.map(name).slice(-5).join(' and ')}`)
  }

  /** Links in a sentence are as high as its lines. */
  const isInSentence = (element: Element) => {
    const around = element.matches('a') ? element.closest('p, li, dd, figcaption') : null
    return around !== null && around.textContent?.trim() !== element.textContent?.trim()
  }
  for (const element of all) {
    if (!element.matches(TARGETS) || element.matches(':disabled') || isInSentence(element)) continue
    const label = element instanceof HTMLInputElement ? element.closest('label') : null
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const { x, y, width, height } = (label ?? element).getBoundingClientRect()
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    // The browser rounds the edges to whole pixels.
    const reach = TARGET_PX / 2 - 1
    const takes = (dx: number, dy: number) => {
      const hit = document.elementFromPoint(middleX + dx, middleY + dy)
      return hit !== null && (element.contains(hit) || (label?.contains(hit) ?? false))
    }
    if (!(takes(-reach, 0) && takes(reach, 0) && takes(0, -reach) && takes(0, reach)))
      faults.push(`too small, ${width.toFixed(1)} × ${height.toFixed(1)}: ${name(element)}`)
  }
  return faults
}
