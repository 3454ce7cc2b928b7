import type { Priority } from '../messages.ts'
import { lookAt, MADE_FOR_PICTURES } from './find/look-at.ts'
import { MIN_SIDE, type Picture, type Skipped } from './find/picture.ts'
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

interface Watched {
  /** Left out while it is far from the screen. */
  area?: 'visible' | 'near'
  isSmall: boolean
}

/**
 * Watches all pictures that are or come on the page, until the signal is aborted.
 * @returns a look at all that shows a picture or something like it
 */
export function watchPictures(events: PictureEvents, signal: AbortSignal): () => [Element, Picture | Skipped][] {
  const watched = new Map<Element, Watched>()
  /** Custom elements whose script has not come: it may give them a shadow root, and nobody tells. */
  const unready = new Set<Element>()
  const entered = new WeakSet<ShadowRoot>()
  const near = new IntersectionObserver(entries => sort(entries, 'near'), { rootMargin: '100% 0px' })
  const visible = new IntersectionObserver(entries => sort(entries, 'visible'))
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
      if (watched.has(element)) observe(element)
      lookSoon()
    },
    moved: () => events.moved(),
  }

  /** Both observers see every element; the one with the smaller area has the last word on what is visible. */
  function sort(entries: IntersectionObserverEntry[], area: 'near' | 'visible'): void {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      const state = watched.get(target)
      if (!state) continue
      state.isSmall = Math.min(box.width, box.height) < MIN_SIDE
      if (isIntersecting) state.area = state.area === 'visible' ? 'visible' : area
      else if (area === 'near') delete state.area
      else if (state.area) state.area = 'near'
      tell(target, state)
    }
  }

  function tell(element: Element, state: Watched): void {
    const look = state.area && lookOf(element, state)
    if (!state.area) events.unwanted(element)
    else if (!look || 'skipped' in look) events.gone(element)
    else if (document.hidden) events.paused(element)
    else events.wanted(look, state.area)
  }

  /** Before the next frame, so that no badge is painted on another picture than its own. */
  function lookSoon(): void {
    frame ||= requestAnimationFrame(look)
  }

  function look(): void {
    frame = 0
    for (const [element, state] of watched) {
      if (!element.isConnected) forget(element)
      else if (state.area) tell(element, state)
    }
  }

  function tick(): void {
    if (document.hidden) return
    look()
    for (const [element, { area, isSmall }] of watched) if (area && isSmall) observe(element)
    for (const element of unready) {
      if (element.matches(':defined')) walk.add(element)
      if (element.matches(':defined') || !element.isConnected) unready.delete(element)
    }
  }

  function visit(element: Element): void {
    if (!watched.has(element) && (element.matches(MADE_FOR_PICTURES) || lookAt(element))) add(element)
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
    if (node instanceof Element && node.matches(MADE_FOR_PICTURES)) add(node)
    for (const element of node.querySelectorAll(MADE_FOR_PICTURES)) add(element)
  }

  function add(element: Element): void {
    if (watched.has(element)) return
    watched.set(element, { isSmall: false })
    observe(element)
  }

  /** Anew where it is observed already: an observer is silent about an element that grows where it is. */
  function observe(element: Element): void {
    for (const observer of [near, visible]) {
      observer.unobserve(element)
      observer.observe(element)
    }
  }

  function forget(element: Element): void {
    near.unobserve(element)
    visible.unobserve(element)
    watched.delete(element)
    events.gone(element)
  }

  watchRoot(document, changes, signal)
  addThoseIn(document)
  walk.add(document)
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, lookSoon, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  const ticks = setInterval(tick, TICK)
  signal.addEventListener('abort', () => {
    near.disconnect()
    visible.disconnect()
    clearInterval(ticks)
    cancelAnimationFrame(frame)
  })
  return () =>
    [...watched].flatMap(([element, state]) => {
      const look = lookOf(element, state)
      return look ? [[element, look]] : []
    })
}

/** A picture, or why there is none to ask about; undefined where nothing is like one. */
function lookOf(element: Element, { area, isSmall }: Watched): Picture | Skipped | undefined {
  return area && isSmall ? { skipped: 'small' } : lookAt(element)
}
