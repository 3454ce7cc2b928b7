import type { NearScreen } from './near-screen.ts'
import { own } from './own.ts'

/** Milliseconds between looks at all that a page has restyled: some restyle in each frame without an end. */
const REST = 100

/** Looks again at pictures near the screen, before the next frame: no badge may be painted on another picture than its own. */
export interface Looks {
  /** An element may show another picture. */
  changed(element: Element): void
  /** An element and all in it may look different. */
  restyled(element: Element): void
  /** Something has left the page. */
  removed(): void
}

/**
 * @param lookAt called for each element near the screen that may have changed
 * @param gone called for each that is no longer on the page
 */
export function createLooks(
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
    if (isAnyRemoved) clear()
    if (restyled.size > 0 && now - restyledAt >= REST) {
      restyledAt = now
      const roots = [...restyled]
      restyled.clear()
      for (const element of screen.near) if (roots.some(root => own(root).contains(element))) changed.add(element)
    }
    for (const element of changed) if (screen.near.has(element)) lookAt(element)
    changed.clear()
    if (restyled.size > 0) soon()
  }

  function clear(): void {
    isAnyRemoved = false
    for (const element of screen.elements.keys()) {
      if (own(element).isConnected) continue
      screen.remove(element)
      gone(element)
    }
  }

  signal.addEventListener('abort', () => cancelAnimationFrame(frame))
  return {
    changed: element => {
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
  }
}
