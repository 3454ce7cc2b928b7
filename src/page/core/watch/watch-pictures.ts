import type { Priority } from '../../../messages/host-port.ts'
import { isElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { findPicture, isPictureElement, PICTURE_ELEMENTS } from '../find/find-picture.ts'
import type { Picture, Skipped } from '../find/picture.ts'
import { SHARED_IMAGE } from '../find/svg-reference.ts'
import { createAnimationFilter } from './animation-filter.ts'
import { sweepWhenIdle } from './idle-sweep.ts'
import { createIdleTraversal } from './idle-traversal.ts'
import { NearScreen, type ScreenState } from './near-screen.ts'
import { type PageChanges, watchRoots } from './page-changes.ts'
import { createRecheckQueue } from './recheck-queue.ts'
import { createSlicedQueue } from './time-slices.ts'

interface PictureEvents {
  /** A picture on or near the screen. Called at each check, because the element may show another picture by then. */
  wanted(picture: Picture, priority: Priority): void
  /** On screen, but not loaded yet. */
  coming(element: Element): void
  /** Near the screen of a hidden tab. */
  paused(element: Element): void
  /** No longer near the screen. */
  unwanted(element: Element): void
  /** Left the page, or shows no picture. */
  gone(element: Element): void
  /** Something on the page may have moved. */
  moved(): void
}

/** What is known about a page's pictures. */
interface WatchedPictures {
  /** Everything that shows a picture or something like it. */
  all(): [Element, Picture | Skipped][]
  /**
   * A picture that is more than a screen away and was not returned before; undefined while there is none, or no time to look
   * for one.
   */
  nextFar(isTime: () => boolean): Picture | undefined
}

/** Watches all pictures that are on the page, or come later, until the signal is aborted. */
export function watchPictures(events: PictureEvents, signal: AbortSignal): WatchedPictures {
  const checkSoon = createSlicedQueue(check, signal)
  const screen = new NearScreen(checkSoon, signal)
  /** Elements that were added or changed since `nextFar` examined them. */
  const unexamined = new Set<Element>()
  /** Undefined custom elements: their script may attach a shadow root, which no event reports. */
  const undefinedElements = new Set<Element>()
  const enteredRoots = new WeakSet<ShadowRoot>()
  const isAnimated = createAnimationFilter()
  /** Whether the page has images that other elements show by reference. */
  let hasShared = false
  const traversal = createIdleTraversal(visit, enter, signal)
  const rechecks = createRecheckQueue(screen, check, gone, signal)

  const changes: PageChanges = {
    added: element => {
      addPictureElements(element)
      traversal.add(element)
    },
    removed: rechecks.removed,
    restyled: (element, isDeep) => {
      traversal.revisit(element, isDeep)
      if (isDeep) rechecks.restyled(element)
    },
    changed: element => {
      rechecks.changed(element)
      if (screen.elements.has(element)) unexamined.add(element)
    },
    moved: events.moved,
  }
  const watchRoot = watchRoots(changes, signal)

  /** A picture, or why it is skipped; undefined if nothing looks like a picture. */
  function examine(element: Element, { area, isSmall }: ScreenState): Picture | Skipped | undefined {
    if (area && isSmall) return { skipped: 'small' }
    const found = findPicture(element)
    return found && 'key' in found && isAnimated(element, found.key) ? { skipped: 'moving' } : found
  }

  function check(element: Element): void {
    const state = screen.elements.get(element)
    if (!state) return
    const found = state.area && examine(element, state)
    if (!state.area) events.unwanted(element)
    else if (!found || 'skipped' in found) {
      const isComing = found?.skipped === 'not_loaded' && state.area === 'visible'
      events[isComing ? 'coming' : 'gone'](element)
    } else if (document.hidden) events.paused(element)
    else events.wanted(found, state.area)
  }

  function gone(element: Element): void {
    unexamined.delete(element)
    events.gone(element)
  }

  function watch(element: Element): void {
    screen.add(element)
    unexamined.add(element)
  }

  /** For what no event reports: canvases, `:hover`, transforms. */
  function measureAndCheck(element: Element): void {
    if (screen.elements.get(element)?.isSmall) screen.measure(element)
    check(element)
  }

  function checkDefined(element: Element): void {
    if (element.matches(':defined')) traversal.add(element)
    if (element.matches(':defined') || !element.isConnected) undefinedElements.delete(element)
  }

  function visit(element: Element): void {
    if (screen.elements.has(element)) rechecks.changed(element)
    else if (isPictureElement(element) || findPicture(element)) watch(element)
    if (unclobbered(element).localName.includes('-') && !element.matches(':defined')) undefinedElements.add(element)
  }

  function enter(root: ShadowRoot): boolean {
    if (enteredRoots.has(root)) return false
    enteredRoots.add(root)
    watchRoot(root)
    addPictureElements(root)
    return true
  }

  /** Most pictures are found without a traversal. */
  function addPictureElements(node: Document | ShadowRoot | Element): void {
    if (isElement(node) && isPictureElement(node)) watch(node)
    for (const element of unclobbered(node).querySelectorAll(PICTURE_ELEMENTS)) watch(element)
    if (hasShared || !unclobbered(node).querySelector(SHARED_IMAGE)) return
    hasShared = true
    traversal.includeSvg()
    traversal.add(document)
  }

  watchRoot(document)
  addPictureElements(document)
  traversal.add(document)
  const restyledByMotion = () => rechecks.restyled(document.documentElement)
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, restyledByMotion, { signal })
  const visibilityChanged = ({ isTrusted }: Event) => isTrusted && screen.near.forEach(checkSoon)
  document.addEventListener('visibilitychange', visibilityChanged, { signal })
  // Media queries may match differently.
  window.addEventListener('resize', () => changes.restyled(document.documentElement, true), { signal })
  sweepWhenIdle(screen.near, measureAndCheck, rechecks.dropRemoved, signal)
  sweepWhenIdle(undefinedElements, checkDefined, () => {}, signal)
  return {
    all: () =>
      [...screen.elements].flatMap(([element, state]) => {
        const found = examine(element, state)
        return found ? [[element, found]] : []
      }),
    nextFar: isTime => {
      for (const element of unexamined) {
        if (!isTime()) break
        unexamined.delete(element)
        const state = screen.elements.get(element)
        const found = state && !state.area && examine(element, state)
        if (found && 'key' in found) return found
      }
      return undefined
    },
  }
}
