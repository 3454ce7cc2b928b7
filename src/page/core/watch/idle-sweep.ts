import { onAbort } from '../../../async/on-abort.ts'
import { workForSlice } from './time-slices.ts'

/** Milliseconds between rounds. */
const TICK = 500
/** Of all time, at most this share goes into rounds. */
const SHARE = 0.1

/**
 * Goes round all elements of a set in idle time, again and again while the page is seen, until the signal is aborted.
 * @param look called for each element
 * @param onEnd called after each round
 */
export function sweepWhenIdle(
  elements: ReadonlySet<Element>,
  look: (element: Element) => void,
  onEnd: () => void,
  signal: AbortSignal,
): void {
  let round = elements.values()
  let idle = 0
  let timer = 0
  let spent = 0

  function step(): void {
    const start = performance.now()
    const isMore = workForSlice(round, look)
    spent += performance.now() - start
    if (isMore) idle = requestIdleCallback(step, { timeout: TICK })
    else end()
  }

  function end(): void {
    onEnd()
    timer = window.setTimeout(begin, Math.max(TICK, spent / SHARE))
    round = elements.values()
    spent = 0
  }

  function begin(): void {
    if (document.hidden) timer = window.setTimeout(begin, TICK)
    else idle = requestIdleCallback(step, { timeout: TICK })
  }

  begin()
  onAbort(signal, () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  })
}
