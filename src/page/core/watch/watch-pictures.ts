import type { Priority } from '../../../messages/host-port.ts'
import { isElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { findPicture, PICTURE_ELEMENTS } from '../find/find-picture.ts'
import type { Picture, Skipped } from '../find/picture.ts'
import { createAnimationFilter } from './animation-filter.ts'
import { sweepWhenIdle } from './idle-sweep.ts'
import { createIdleTraversal } from './idle-traversal.ts'
import { NearScreen, type Whereabouts } from './near-screen.ts'
import { type PageChanges, watchRoots } from './page-changes.ts'
import { createRecheckQueue } from './recheck-queue.ts'
import { createSlicedQueue } from './time-slices.ts'

export interface PictureEvents {
  /** Shown on or near the screen. Called again at each look, at which the picture may be another. */
  wanted(picture: Picture, priority: Priority): void
  /** On screen, and not loaded yet. */
  coming(element: Element): void
  /** Near the screen of a tab that nobody sees. */
  paused(element: Element): void
  /** No longer near the screen. */
  unwanted(element: Element): void
  /** No longer on the page, or it shows no picture. */
  gone(element: Element): void
  /** Something on the page may have moved. */
  moved(): void
}

/** What is known of a page's pictures. */
export interface WatchedPictures {
  /** All that shows a picture or something like it. */
  all(): [Element, Picture | Skipped][]
  /**
   * A picture that is farther than a screen away, and new since it was given last; undefined while there is none, or no
   * time to look for it.
   */
  nextFar(isTime: () => boolean): Picture | undefined
}

/** Watches all pictures that are or come on the page, until the signal is aborted. */
export function watchPictures(events: PictureEvents, signal: AbortSignal): WatchedPictures {
  const lookSoon = createSlicedQueue(lookAgain, signal)
  const screen = new NearScreen(lookSoon, signal)
  /** Those far from the screen that have come or changed since they were looked at. */
  const fresh = new Set<Element>()
  /** Custom elements whose script has not come: it may give them a shadow root, and nobody tells. */
  const unready = new Set<Element>()
  const entered = new WeakSet<ShadowRoot>()
  const isRestless = createAnimationFilter()
  const walk = createIdleTraversal(visit, enter, signal)
  const looks = createRecheckQueue(screen, lookAgain, gone, signal)

  const changes: PageChanges = {
    added: element => {
      addThoseIn(element)
      walk.add(element)
    },
    removed: looks.removed,
    restyled: (element, isDeep) => {
      walk.again(element, isDeep)
      if (isDeep) looks.restyled(element)
    },
    changed: element => {
      looks.changed(element)
      if (screen.elements.has(element)) fresh.add(element)
    },
    moved: events.moved,
  }
  const watchRoot = watchRoots(changes, signal)

  function tell(element: Element, where: Whereabouts): void {
    const look = where.area && lookOf(element, where)
    if (!where.area) events.unwanted(element)
    else if (!look || 'skipped' in look)
      events[look?.skipped === 'not_loaded' && where.area === 'visible' ? 'coming' : 'gone'](element)
    else if (document.hidden) events.paused(element)
    else events.wanted(look, where.area)
  }

  /** A picture, or why there is none to ask about; undefined where nothing is like one. */
  function lookOf(element: Element, { area, isSmall }: Whereabouts): Picture | Skipped | undefined {
    if (area && isSmall) return { skipped: 'small' }
    const look = findPicture(element)
    return look && 'key' in look && isRestless(element, look.key) ? { skipped: 'moving' } : look
  }

  function lookAgain(element: Element): void {
    const where = screen.elements.get(element)
    if (where) tell(element, where)
  }

  function gone(element: Element): void {
    fresh.delete(element)
    events.gone(element)
  }

  function watch(element: Element): void {
    screen.add(element)
    fresh.add(element)
  }

  /** For what no event tells: canvases, `:hover`, transforms. */
  function lookClosely(element: Element): void {
    if (screen.elements.get(element)?.isSmall) screen.measure(element)
    lookAgain(element)
  }

  function lookForScript(element: Element): void {
    if (element.matches(':defined')) walk.add(element)
    if (element.matches(':defined') || !element.isConnected) unready.delete(element)
  }

  function visit(element: Element): void {
    if (screen.elements.has(element)) looks.changed(element)
    else if (isMade(element) || findPicture(element)) watch(element)
    if (unclobbered(element).localName.includes('-') && !element.matches(':defined')) unready.add(element)
  }

  function enter(root: ShadowRoot): boolean {
    if (entered.has(root)) return false
    entered.add(root)
    watchRoot(root)
    addThoseIn(root)
    return true
  }

  /** Most pictures need no walk to be found. */
  function addThoseIn(node: Document | ShadowRoot | Element): void {
    if (isElement(node) && isMade(node)) watch(node)
    for (const element of unclobbered(node).querySelectorAll(PICTURE_ELEMENTS)) watch(element)
  }

  watchRoot(document)
  addThoseIn(document)
  walk.add(document)
  const shown = () => looks.restyled(document.documentElement)
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, shown, { signal })
  const seen = ({ isTrusted }: Event) => isTrusted && screen.near.forEach(lookSoon)
  document.addEventListener('visibilitychange', seen, { signal })
  // Other rules may hold on another screen.
  window.addEventListener('resize', () => changes.restyled(document.documentElement, true), { signal })
  sweepWhenIdle(screen.near, lookClosely, looks.clear, signal)
  sweepWhenIdle(unready, lookForScript, () => {}, signal)
  return {
    all: () =>
      [...screen.elements].flatMap(([element, where]) => {
        const look = lookOf(element, where)
        return look ? [[element, look]] : []
      }),
    nextFar: isTime => {
      for (const element of fresh) {
        if (!isTime()) break
        fresh.delete(element)
        const where = screen.elements.get(element)
        const look = where && !where.area && lookOf(element, where)
        if (look && 'key' in look) return look
      }
      return undefined
    },
  }
}

function isMade(element: Element): boolean {
  return unclobbered(element).matches(PICTURE_ELEMENTS)
}
