import { SLICE_MS } from '../watch/time-slices.ts'

/** Milliseconds without a movement after which the positions are taken for settled: a transition may begin late. */
export const SETTLE_MS = 500
/** Milliseconds between two looks at a page that changes all the time, but not where anything is. */
const REST = 100
/** Of all time, at most this share goes into looks that take longer than a slice, as where hundreds of badges move. */
const SHARE = 0.3

/**
 * Looks at a page as often as it changes, and no more often than it can bear.
 * @param host an element of ours, by which the browser tells that the page is laid out
 * @param isNeeded whether there is anything to look at
 * @param layOut looks; returns whether anything has moved, and whether all was looked at
 */
export function createLayoutScheduler(
  host: Element,
  isNeeded: () => boolean,
  layOut: () => { hasMoved: boolean; isAll: boolean },
) {
  let frame = 0
  let timer = 0
  let movedAt = Number.NEGATIVE_INFINITY
  let lookedAt = Number.NEGATIVE_INFINITY
  let restUntil = Number.NEGATIVE_INFINITY
  // Calls back when the page is laid out: to read positions any earlier in a frame would lay it out twice.
  const laidOut = new ResizeObserver(follow)

  /** @param earliest when to look; milliseconds, as of `performance.now()` */
  function look(earliest = restUntil): void {
    if (frame || !isNeeded()) return
    clearTimeout(timer)
    timer = 0
    const wait = Math.max(earliest, restUntil) - performance.now()
    if (wait > 0) timer = window.setTimeout(look, wait)
    else frame = requestAnimationFrame(() => laidOut.observe(host))
  }

  function follow(): void {
    laidOut.disconnect()
    frame = 0
    lookedAt = performance.now()
    const { hasMoved, isAll } = layOut()
    if (hasMoved) movedAt = lookedAt
    const now = performance.now()
    const spent = now - lookedAt
    if (spent > SLICE_MS) restUntil = now + spent / SHARE - spent
    if (!isAll || lookedAt - movedAt < SETTLE_MS) look()
  }

  return {
    /** Looks at the next frame. */
    look: () => look(),
    /** Looks before long, but not again and again. */
    scheduleReposition: () => {
      if (!timer) look(lookedAt + REST)
    },
    /** Something moves: looks until nothing has moved for a while. */
    followMotion: () => {
      movedAt = performance.now()
      look()
    },
  }
}
