import { onAbort } from '../../../async/on-abort.ts'

/** Duration of work after which the page gets its turn. */
export const SLICE_MS = 8
/** Time after which work continues even if the page is never idle. */
const MAX_PAUSE_MS = 50

/**
 * Works on items until a slice is over.
 * @returns whether there may be more
 */
export function workForSlice<Item>(items: Iterator<Item>, work: (item: Item) => void): boolean {
  const end = performance.now() + SLICE_MS
  for (let next = items.next(); !next.done; next = items.next()) {
    work(next.value)
    if (performance.now() > end) return true
  }
  return false
}

/**
 * Works on elements once all that belong to one task have been added; if that takes longer than a slice, in turns with the
 * page, until the signal is aborted. An element that is added twice is worked on once.
 * @returns adds an element
 */
export function createSlicedQueue(work: (element: Element) => void, signal: AbortSignal): (element: Element) => void {
  const waiting = new Set<Element>()
  let idle = 0

  function run(): void {
    if (signal.aborted) return
    const isMore = workForSlice(waiting.values(), element => {
      waiting.delete(element)
      work(element)
    })
    if (isMore) idle = requestIdleCallback(run, { timeout: MAX_PAUSE_MS })
  }

  onAbort(signal, () => cancelIdleCallback(idle))
  return element => {
    if (waiting.size === 0) queueMicrotask(run)
    waiting.add(element)
  }
}
