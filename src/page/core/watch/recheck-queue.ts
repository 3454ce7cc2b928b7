import { onAbort } from '../../../async/on-abort.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { NearScreen } from './near-screen.ts'
import { workForSlice } from './time-slices.ts'

/** Minimum interval between checks of everything that was restyled. Some pages restyle in each frame, forever. */
const THROTTLE_MS = 100

/** Checks pictures near the screen again before the next frame: no badge may be painted on a picture that is not its own. */
interface RecheckQueue {
  /** An element may show another picture. */
  changed(element: Element): void
  /** An element and its descendants may look different. */
  restyled(element: Element): void
  /** Notes a removal, and checks what is near the screen before the next frame. */
  removed(): void
  /** Drops all elements that have left the page. There may be thousands, so call it only occasionally. */
  dropRemoved(): void
}

/**
 * @param check called for each element near the screen that may have changed
 * @param gone called for each element that has left the page
 */
export function createRecheckQueue(
  screen: NearScreen,
  check: (element: Element) => void,
  gone: (element: Element) => void,
  signal: AbortSignal,
): RecheckQueue {
  const changed = new Set<Element>()
  const restyled = new Set<Element>()
  let isAnyRemoved = false
  let restyledAt = 0
  let frame = 0

  const schedule = () => {
    frame ||= requestAnimationFrame(run)
  }

  function run(now: number): void {
    frame = 0
    if (isAnyRemoved) dropIfRemoved(screen.near)
    if (restyled.size > 0 && now - restyledAt >= THROTTLE_MS) {
      restyledAt = now
      for (const element of elementsWithin(restyled, screen.near)) changed.add(element)
      restyled.clear()
    }
    workForSlice(changed.values(), element => {
      changed.delete(element)
      if (screen.near.has(element)) check(element)
    })
    if (restyled.size + changed.size > 0) schedule()
  }

  function dropIfRemoved(elements: Iterable<Element>): void {
    for (const element of elements) {
      if (unclobbered(element).isConnected) continue
      screen.remove(element)
      gone(element)
    }
  }

  function dropRemoved(): void {
    if (isAnyRemoved) dropIfRemoved(screen.elements.keys())
    isAnyRemoved = false
  }

  onAbort(signal, () => cancelAnimationFrame(frame))
  return {
    changed: element => {
      // Other elements are checked when they come near.
      if (!screen.near.has(element)) return
      changed.add(element)
      schedule()
    },
    restyled: element => {
      restyled.add(element)
      schedule()
    },
    removed: () => {
      isAnyRemoved = true
      schedule()
    },
    dropRemoved,
  }
}

/** The elements that are roots or descendants of one. A page may have thousands of both, so it caches the paths. */
function elementsWithin(roots: ReadonlySet<Element>, elements: Iterable<Element>): Element[] {
  const known = new Map<Element, boolean>()
  const isWithin = (element: Element): boolean => {
    const path: Element[] = []
    let node: Element | null = element
    while (node && !roots.has(node) && !known.has(node)) {
      path.push(node)
      node = unclobbered(node).parentElement
    }
    const result = node !== null && (known.get(node) ?? true)
    for (const passed of path) known.set(passed, result)
    return result
  }
  return [...elements].filter(isWithin)
}
