import { onAbort } from '../../../async/on-abort.ts'
import { workForSlice } from './time-slices.ts'

/** Minimum interval between sweeps. */
const PAUSE_MS = 500
/** Sweeps get at most this share of all time. */
const MAX_SHARE = 0.1

/**
 * Examines all elements of a set in idle time, again and again while the tab is visible, until the signal is aborted.
 * @param examine called for each element
 * @param onEnd called after each sweep
 */
export function sweepWhenIdle(
  elements: ReadonlySet<Element>,
  examine: (element: Element) => void,
  onEnd: () => void,
  signal: AbortSignal,
): void {
  let remaining = elements.values()
  let idle = 0
  let timer = 0
  let spent = 0

  function step(): void {
    const start = performance.now()
    const isMore = workForSlice(remaining, examine)
    spent += performance.now() - start
    if (isMore) idle = requestIdleCallback(step, { timeout: PAUSE_MS })
    else end()
  }

  function end(): void {
    onEnd()
    timer = window.setTimeout(begin, Math.max(PAUSE_MS, spent / MAX_SHARE))
    remaining = elements.values()
    spent = 0
  }

  function begin(): void {
    if (document.hidden) timer = window.setTimeout(begin, PAUSE_MS)
    else idle = requestIdleCallback(step, { timeout: PAUSE_MS })
  }

  begin()
  onAbort(signal, () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  })
}
