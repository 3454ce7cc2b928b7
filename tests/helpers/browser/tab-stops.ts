import type { Page } from 'puppeteer'

/** After this many steps the keyboard counts as trapped. */
const MAX_STEPS = 300

/** The result of tabbing through a page. */
export interface TabStops {
  /** Usable elements that Tab does not reach, each by its tag and name. */
  missed: string[]
  /** Elements without a visible focus indicator. */
  unseen: string[]
  /** Number of stops before the focus left the page or returned to the first one. */
  stops: number
  /** Whether Shift+Tab visits the same stops in reverse. */
  isSameBack: boolean
}

/** Tabs through a page from its start to its end, and back. */
export async function walkByTab(page: Page): Promise<TabStops> {
  await page.evaluate(() => {
    const names = new WeakMap<Element, string>()
    let known = 0
    // Numbered, because several elements can have the same label, and new ones can appear meanwhile.
    globalThis.nameOf = element => {
      const words = element.getAttribute('aria-label') ?? element.id
      const name = names.get(element) ?? `${known++} ${element.localName} ${words}`
      names.set(element, name)
      return name
    }
    // Tab continues from the last focused element, even after it loses the focus.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const path: string[] = []
  const unseen: string[] = []
  let steps = 0
  for (;;) {
    if (++steps > MAX_STEPS) throw new Error(`The keyboard is trapped: ${path.slice(-5).join(', ')}`)
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(look)
    if (!stop || stop.name === path[0]) break
    // The parts of a date field are separate stops, whose focus ring the browser draws itself.
    if (stop.name === path.at(-1)) continue
    path.push(stop.name)
    if (!stop.isSeen) unseen.push(stop.name)
  }
  const missed = (await page.evaluate(usable)).filter(name => !path.includes(name))
  const back: string[] = []
  for (let step = 0; step < steps && back.length < path.length; step++) {
    await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.up('Shift')
    const stop = await page.evaluate(look)
    if (!stop && back.length > 0) break
    if (stop && stop.name !== back.at(-1)) back.push(stop.name)
  }
  const isSameBack = [...back].sort().join() === [...path].sort().join()
  return { missed, unseen, stops: path.length, isSameBack }
}

/** Presses Tab until an element has the focus. @throws Error if it never does */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step++) {
    if (await page.evaluate(selector => document.activeElement?.matches(selector), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${selector}.`)
}

/** The focused element and whether its focus is visible; undefined if no element has the focus. Runs in the page. */
function look(): { name: string; isSeen: boolean } | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body || focused === document.documentElement) return undefined
  // A grid keeps the focus and shows it on its active descendant.
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '') ?? focused
  const isShown = (element: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  }
  const { left, top, right, bottom } = active.getBoundingClientRect()
  const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  const all = [focused, active, ...active.querySelectorAll('*')]
  return { name: nameOf(focused), isSeen: isOnScreen && all.some(isShown) }
}

/** The names of all elements that take clicks or keys. Runs in the page. */
function usable(): string[] {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex]'
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
    .filter(element => element.tabIndex >= 0 && element.closest('[inert]') === null)
    .filter(element => {
      // Tab stops at one radio button of a group; arrow keys reach the others.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`)
      return element.checked || ![...group].some(other => other.checked)
    })
    .map(nameOf)
}

declare global {
  /** Gives each element of the page a distinct name. */
  var nameOf: (element: Element) => string
}
