import { onAbort } from '../../../async/on-abort.ts'
import { isElement } from '../dom/element-type.ts'
import { shadowRootOf } from '../dom/shadow-root.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { workForSlice } from './time-slices.ts'

/** Milliseconds between two looks at what was restyled: pages that animate by style change without an end. */
const REST = 500
/** Of all time, at most this share goes into looking again. */
const SHARE = 0.1

/** What has elements in it. */
type Tree = Document | ShadowRoot | Element

/** Walks through a page in its idle time. */
export interface Walk {
  /** Visits a node and all below it as soon as the page is idle. */
  add(node: Tree): void
  /** Visits an element that looks different now, with all below it if `isDeep`; sooner or later. */
  again(element: Element, isDeep: boolean): void
}

/**
 * Any element may have a background, and no selector finds those, so each is visited once. Computed style is cheap where
 * the page is laid out, which in idle time it is.
 * @param visit called for each element
 * @param enter called for each shadow root, of which it says whether it is new
 */
export function createIdleTraversal(
  visit: (element: Element) => void,
  enter: (root: ShadowRoot) => boolean,
  signal: AbortSignal,
): Walk {
  const waiting = new Map<Tree, boolean>()
  const restyled = new Map<Element, boolean>()
  let path = elementsOf(waiting)
  let idle = 0
  let timer = 0
  let spent = 0

  function go(): void {
    idle ||= requestIdleCallback(step, { timeout: REST })
  }

  function step(): void {
    idle = 0
    const start = performance.now()
    const isMore = workForSlice(path, look)
    spent += performance.now() - start
    if (!isMore) path = elementsOf(waiting)
    if (isMore || waiting.size > 0) go()
  }

  function look(element: Element): void {
    visit(element)
    const root = shadowRootOf(element)
    if (root && enter(root)) waiting.set(root, true)
  }

  function release(): void {
    timer = 0
    for (const [element, isDeep] of restyled) waiting.set(element, isDeep || waiting.get(element) === true)
    restyled.clear()
    go()
  }

  onAbort(signal, () => {
    cancelIdleCallback(idle)
    clearTimeout(timer)
  })
  return {
    add: node => {
      waiting.set(node, true)
      go()
    },
    again: (element, isDeep) => {
      restyled.set(element, isDeep || restyled.get(element) === true)
      if (timer) return
      timer = window.setTimeout(release, Math.max(REST, spent / SHARE))
      spent = 0
    },
  }
}

/** The elements to visit, in the order of the page; nodes that come while it runs are last. */
function* elementsOf(waiting: Map<Tree, boolean>): Generator<Element> {
  for (const [node, isDeep] of waiting) {
    waiting.delete(node)
    if (!unclobbered(node).isConnected) continue
    if (isElement(node)) yield node
    if (isDeep)
      // A list of its own, which the page's changes do not touch.
      for (const element of unclobbered(node).querySelectorAll('*')) if (!isInDrawing(element)) yield element
  }
}

/** Style paints no pictures on what is in an SVG; its `<image>` elements are found by name. */
function isInDrawing(element: Element): boolean {
  return (element as SVGElement).ownerSVGElement != null
}
