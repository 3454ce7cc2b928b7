import { onAbort } from '../../../async/on-abort.ts'
import { HTML } from '../dom/create-element.ts'
import { isElement } from '../dom/element-type.ts'
import { shadowRootOf } from '../dom/shadow-root.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { workForSlice } from './time-slices.ts'

/** Minimum interval between visits to restyled elements. Pages that animate by style restyle them endlessly. */
const PAUSE_MS = 500
/** Repeated visits get at most this share of all time. */
const MAX_SHARE = 0.1

type Root = Document | ShadowRoot | Element

/** Traverses a page in its idle time. */
interface IdleTraversal {
  /** Visits a node and its descendants as soon as the page is idle. */
  add(node: Root): void
  /** Visits an element that looks different now, with its descendants if `isDeep`; throttled. */
  revisit(element: Element, isDeep: boolean): void
  /** Visits elements within SVGs too from now on, which costs time: a page may have hundreds of icons. */
  includeSvg(): void
}

/**
 * Any element may have a background, which no selector finds, so each is visited once. Computed style is cheap after layout,
 * which in idle time has happened.
 * @param visit called for each element
 * @param enter called for each shadow root; returns whether it is new
 */
export function createIdleTraversal(
  visit: (element: Element) => void,
  enter: (root: ShadowRoot) => boolean,
  signal: AbortSignal,
): IdleTraversal {
  /** Whether to visit descendants too. */
  const waiting = new Map<Root, boolean>()
  const restyled = new Map<Element, boolean>()
  let hasSvg = false
  const isVisited = (element: Element) => hasSvg || !isInSvg(element)
  let elements = takeElements(waiting, isVisited)
  let idle = 0
  let timer = 0
  let spent = 0

  function schedule(): void {
    idle ||= requestIdleCallback(step, { timeout: PAUSE_MS })
  }

  function step(): void {
    idle = 0
    const start = performance.now()
    const isMore = workForSlice(elements, examine)
    spent += performance.now() - start
    if (!isMore) elements = takeElements(waiting, isVisited)
    if (isMore || waiting.size > 0) schedule()
  }

  function examine(element: Element): void {
    visit(element)
    const root = shadowRootOf(element)
    if (root && enter(root)) waiting.set(root, true)
  }

  function release(): void {
    timer = 0
    for (const [element, isDeep] of restyled) waiting.set(element, isDeep || waiting.get(element) === true)
    restyled.clear()
    schedule()
  }

  onAbort(signal, () => {
    cancelIdleCallback(idle)
    clearTimeout(timer)
  })
  return {
    add: node => {
      waiting.set(node, true)
      schedule()
    },
    revisit: (element, isDeep) => {
      restyled.set(element, isDeep || restyled.get(element) === true)
      if (timer) return
      timer = window.setTimeout(release, Math.max(PAUSE_MS, spent / MAX_SHARE))
      spent = 0
    },
    includeSvg: () => {
      hasSvg = true
    },
  }
}

/** Takes the elements to visit from the map, in document order. Nodes added meanwhile come last. */
function* takeElements(waiting: Map<Root, boolean>, isVisited: (element: Element) => boolean): Generator<Element> {
  for (const [node, isDeep] of waiting) {
    waiting.delete(node)
    if (!unclobbered(node).isConnected) continue
    if (isElement(node)) yield node
    if (isDeep)
      // A static list, which changes of the page do not affect.
      for (const element of unclobbered(node).querySelectorAll('*')) if (isVisited(element)) yield element
  }
}

/** Most SVGs paint no pictures by reference, and their `<image>` elements are found by name. */
function isInSvg(element: Element): boolean {
  return element.namespaceURI !== HTML && (element as SVGElement).ownerSVGElement != null
}
