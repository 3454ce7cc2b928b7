import type { Priority } from '../messages.ts'
import { lookAt, MADE_FOR_PICTURES } from './find/look-at.ts'
import type { Picture, Skipped } from './find/picture.ts'
import { NearScreen, type Whereabouts } from './near-screen.ts'
import { type PageChanges, watchRoot } from './page-changes.ts'
import { createWalk } from './walk.ts'

/** Milliseconds between looks at what is near the screen, for what no event tells: canvases, `:hover`, growth. */
const TICK = 500

export interface PictureEvents {
  /** Shown on or near the screen. Called again at each look, at which the picture may be another. */
  wanted(picture: Picture, priority: Priority): void
  /** Near the screen of a tab that nobody sees. */
  paused(element: Element): void
  /** No longer near the screen. */
  unwanted(element: Element): void
  /** No longer on the page, or it shows no picture. */
  gone(element: Element): void
  /** Something on the page may have moved. */
  moved(): void
}

/**
 * Watches all pictures that are or come on the page, until the signal is aborted.
 * @returns a look at all that shows a picture or something like it
 */
export function watchPictures(events: PictureEvents, signal: AbortSignal): () => [Element, Picture | Skipped][] {
  const screen = new NearScreen(tell, signal)
  /** Custom elements whose script has not come: it may give them a shadow root, and nobody tells. */
  const unready = new Set<Element>()
  const entered = new WeakSet<ShadowRoot>()
  const walk = createWalk(visit, enter, signal)
  let frame = 0

  const changes: PageChanges = {
    added: element => {
      addThoseIn(element)
      walk.add(element)
    },
    removed: lookSoon,
    restyled: (element, isDeep) => walk.again(element, isDeep),
    changed: element => {
      screen.measureAgain(element)
      lookSoon()
    },
    moved: () => events.moved(),
  }

  function tell(element: Element, where: Whereabouts): void {
    const look = where.area && lookOf(element, where)
    if (!where.area) events.unwanted(element)
    else if (!look || 'skipped' in look) events.gone(element)
    else if (document.hidden) events.paused(element)
    else events.wanted(look, where.area)
  }

  /** Before the next frame, so that no badge is painted on another picture than its own. */
  function lookSoon(): void {
    frame ||= requestAnimationFrame(look)
  }

  function look(): void {
    frame = 0
    for (const [element, where] of screen.elements) {
      if (!element.isConnected) {
        screen.remove(element)
        events.gone(element)
      } else if (where.area) tell(element, where)
    }
  }

  function tick(): void {
    if (document.hidden) return
    look()
    for (const [element, { area, isSmall }] of screen.elements) if (area && isSmall) screen.measureAgain(element)
    for (const element of unready) {
      if (element.matches(':defined')) walk.add(element)
      if (element.matches(':defined') || !element.isConnected) unready.delete(element)
    }
  }

  function visit(element: Element): void {
    if (!screen.elements.has(element) && (element.matches(MADE_FOR_PICTURES) || lookAt(element))) screen.add(element)
    if (element.localName.includes('-') && !element.matches(':defined')) unready.add(element)
  }

  function enter(root: ShadowRoot): boolean {
    if (entered.has(root)) return false
    entered.add(root)
    watchRoot(root, changes, signal)
    addThoseIn(root)
    return true
  }

  /** Most pictures need no walk to be found. */
  function addThoseIn(node: Document | ShadowRoot | Element): void {
    if (node instanceof Element && node.matches(MADE_FOR_PICTURES)) screen.add(node)
    for (const element of node.querySelectorAll(MADE_FOR_PICTURES)) screen.add(element)
  }

  watchRoot(document, changes, signal)
  addThoseIn(document)
  walk.add(document)
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, lookSoon, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  // Other rules may hold on another screen.
  window.addEventListener('resize', () => changes.restyled(document.documentElement, true), { signal })
  const ticks = setInterval(tick, TICK)
  signal.addEventListener('abort', () => {
    clearInterval(ticks)
    cancelAnimationFrame(frame)
  })
  return () =>
    [...screen.elements].flatMap(([element, where]) => {
      const look = lookOf(element, where)
      return look ? [[element, look]] : []
    })
}

/** A picture, or why there is none to ask about; undefined where nothing is like one. */
function lookOf(element: Element, { area, isSmall }: Whereabouts): Picture | Skipped | undefined {
  return area && isSmall ? { skipped: 'small' } : lookAt(element)
}
