import { SLICE_MS } from '../watch/time-slices.ts'

/** Time without movement after which everything counts as settled. A transition may begin late. */
export const SETTLE_MS = 500
/** Minimum interval between layouts of a page that changes all the time but moves nothing. */
const THROTTLE_MS = 100
/** Layouts that take longer than a slice, as with hundreds of moving badges, get at most this share of all time. */
const MAX_SHARE = 0.3

/** When the overlay lays out its items. */
interface LayoutScheduler {
  /** Lays out in the next frame. */
  schedule(): void
  /** Lays out soon, but not in each frame. */
  scheduleThrottled(): void
  /** Lays out in each frame until nothing has moved for a while. Call it when something starts to move. */
  followMotion(): void
}

/**
 * Lays out when the page changes, throttled so that layouts never take most of the page's time.
 * @param host an element of ours that is laid out with the page
 * @param isNeeded whether there is anything to lay out
 * @param layOut returns whether anything has moved, and whether everything was laid out
 */
export function createLayoutScheduler(
  host: Element,
  isNeeded: () => boolean,
  layOut: () => { hasMoved: boolean; isAll: boolean },
): LayoutScheduler {
  let frame = 0
  let timer = 0
  let movedAt = Number.NEGATIVE_INFINITY
  let laidOutAt = Number.NEGATIVE_INFINITY
  let pauseUntil = Number.NEGATIVE_INFINITY
  // Calls back once the page is laid out: reading positions earlier in the frame would force a second layout.
  const afterLayout = new ResizeObserver(run)

  /** @param earliest milliseconds of `performance.now()` */
  function schedule(earliest = pauseUntil): void {
    if (frame || !isNeeded()) return
    clearTimeout(timer)
    timer = 0
    const wait = Math.max(earliest, pauseUntil) - performance.now()
    if (wait > 0) timer = window.setTimeout(schedule, wait)
    else frame = requestAnimationFrame(() => afterLayout.observe(host))
  }

  function run(): void {
    afterLayout.disconnect()
    frame = 0
    laidOutAt = performance.now()
    const { hasMoved, isAll } = layOut()
    if (hasMoved) movedAt = laidOutAt
    const now = performance.now()
    const spent = now - laidOutAt
    if (spent > SLICE_MS) pauseUntil = now + spent / MAX_SHARE - spent
    if (!isAll || laidOutAt - movedAt < SETTLE_MS) schedule()
  }

  return {
    schedule: () => schedule(),
    scheduleThrottled: () => {
      if (!timer) schedule(laidOutAt + THROTTLE_MS)
    },
    followMotion: () => {
      movedAt = performance.now()
      schedule()
    },
  }
}
