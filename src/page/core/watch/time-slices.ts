import { onAbort } from '../../../async/on-abort.ts'
/** Milliseconds of work after which the page has its turn. */
export const SLICE_MS = 8
/** Milliseconds after which work goes on though the page is never idle. */
const REST = 50

/**
 * Works on what comes next until a slice is over.
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
 * Works on elements as soon as all that are told of in one task are known; where that takes longer than a slice, in turns with
 * the page, until the signal is aborted. One that is added twice is worked on once.
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
    if (isMore) idle = requestIdleCallback(run, { timeout: REST })
  }

  onAbort(signal, () => cancelIdleCallback(idle))
  return element => {
    if (waiting.size === 0) queueMicrotask(run)
    waiting.add(element)
  }
}
