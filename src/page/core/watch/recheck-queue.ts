import { onAbort } from '../../../async/on-abort.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { NearScreen } from './near-screen.ts'
import { workForSlice } from './time-slices.ts'

/** Milliseconds between looks at all that a page has restyled: some restyle in each frame without an end. */
const REST = 100

/** Looks again at pictures near the screen, before the next frame: no badge may be painted on another picture than its own. */
export interface Looks {
  /** An element may show another picture. */
  changed(element: Element): void
  /** An element and all in it may look different. */
  restyled(element: Element): void
  /** Something has left the page: what is near the screen is looked at before the next frame. */
  removed(): void
  /** Lets go of all that has left the page; thousands may be watched, so this is for now and then. */
  clear(): void
}

/**
 * @param lookAt called for each element near the screen that may have changed
 * @param gone called for each that is no longer on the page
 */
export function createRecheckQueue(
  screen: NearScreen,
  lookAt: (element: Element) => void,
  gone: (element: Element) => void,
  signal: AbortSignal,
): Looks {
  const changed = new Set<Element>()
  const restyled = new Set<Element>()
  let isAnyRemoved = false
  let restyledAt = 0
  let frame = 0

  const soon = () => {
    frame ||= requestAnimationFrame(look)
  }

  function look(now: number): void {
    frame = 0
    if (isAnyRemoved) drop(screen.near)
    if (restyled.size > 0 && now - restyledAt >= REST) {
      restyledAt = now
      for (const element of thoseIn(restyled, screen.near)) changed.add(element)
      restyled.clear()
    }
    workForSlice(changed.values(), element => {
      changed.delete(element)
      if (screen.near.has(element)) lookAt(element)
    })
    if (restyled.size + changed.size > 0) soon()
  }

  function drop(elements: Iterable<Element>): void {
    for (const element of elements) {
      if (unclobbered(element).isConnected) continue
      screen.remove(element)
      gone(element)
    }
  }

  function clear(): void {
    if (isAnyRemoved) drop(screen.elements.keys())
    isAnyRemoved = false
  }

  onAbort(signal, () => cancelAnimationFrame(frame))
  return {
    changed: element => {
      // What comes near is looked at then.
      if (!screen.near.has(element)) return
      changed.add(element)
      soon()
    },
    restyled: element => {
      restyled.add(element)
      soon()
    },
    removed: () => {
      isAnyRemoved = true
      soon()
    },
    clear,
  }
}

/** The elements that are in some roots, or are some: a page may have thousands of either. */
function thoseIn(roots: ReadonlySet<Element>, elements: Iterable<Element>): Element[] {
  const known = new Map<Element, boolean>()
  const isIn = (element: Element): boolean => {
    const path: Element[] = []
    let node: Element | null = element
    while (node && !roots.has(node) && !known.has(node)) {
      path.push(node)
      node = unclobbered(node).parentElement
    }
    const isSo = node !== null && (known.get(node) ?? true)
    for (const passed of path) known.set(passed, isSo)
    return isSo
  }
  return [...elements].filter(isIn)
}
