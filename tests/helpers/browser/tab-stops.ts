import type { Page } from 'puppeteer'

/** Steps after which the keyboard is taken for trapped. */
const MOST = 300

/** What the Tab key does on a page. */
export interface TabStops {
  /** Elements that can be used, but not reached: none of them, in good pages. Each by its tag and name. */
  missed: string[]
  /** Elements that do not show that they have the focus. */
  unseen: string[]
  /** How many were reached before the keyboard left the page or came to the first one again. */
  stops: number
  /** Whether Shift and Tab went the same way back. */
  isSameBack: boolean
}

/** Walks through a page by Tab and back, from its beginning. */
export async function walkByTab(page: Page): Promise<TabStops> {
  await page.evaluate(() => {
    const names = new WeakMap<Element, string>()
    let known = 0
    // By number, since several may have the same words, and others may come while this goes on.
    globalThis.nameOf = element => {
      const words = element.getAttribute('aria-label') ?? element.id
      const name = names.get(element) ?? `${known++} ${element.localName} ${words}`
      names.set(element, name)
      return name
    }
    // Tab goes on from what had the focus last, even once nothing has it.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const path: string[] = []
  const unseen: string[] = []
  let steps = 0
  for (;;) {
    if (++steps > MOST) throw new Error(`The keyboard is trapped: ${path.slice(-5).join(', ')}`)
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(look)
    if (!stop || stop.name === path[0]) break
    // The parts of a date are stops in one field, whose ring the browser draws inside.
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

/** Goes by Tab alone to an element. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST; step++) {
    if (await page.evaluate(selector => document.activeElement?.matches(selector), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${selector}.`)
}

/** The element with the focus, and whether that can be seen; undefined where none has it. Runs in the page. */
function look(): { name: string; isSeen: boolean } | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body || focused === document.documentElement) return undefined
  // A grid has the focus, and shows it on the cell that it names.
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

/** Everything that takes a click or a key. Runs in the page. */
function usable(): string[] {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex]'
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
    .filter(element => element.tabIndex >= 0 && element.closest('[inert]') === null)
    .filter(element => {
      // Of a group of radio buttons Tab stops at one, and arrows go on from there.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`)
      return element.checked || ![...group].some(other => other.checked)
    })
    .map(nameOf)
}

declare global {
  /** Of an element of the page that is walked through. */
  var nameOf: (element: Element) => string
}
