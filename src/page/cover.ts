import { floatingOver } from './floating.ts'

/** Milliseconds for which an answer holds where nothing is known to float. */
const TRUST = 150

/** What was seen to float over the page, such as its header, and where it is in this frame. */
const floating = new Map<Element, DOMRect>()
let frame: CSSNumberish | null = null

/**
 * Whether a point of an element is covered, for a badge that asks in each frame. A hit test is the dearest thing that it
 * does, so one is made now and then, and whenever the point lies in something that was seen to float.
 */
export function createCover(target: Element): (x: number, y: number) => boolean {
  let isCovered = false
  let checkedAt = Number.NEGATIVE_INFINITY
  return (x, y) => {
    const now = performance.now()
    if (!isCovered && now - checkedAt < TRUST && !isInFloating(x, y)) return false
    checkedAt = now
    const cover = floatingOver(target, x, y)
    if (cover) floating.set(cover, cover.getBoundingClientRect())
    isCovered = cover !== undefined
    return isCovered
  }
}

function isInFloating(x: number, y: number): boolean {
  if (frame !== document.timeline.currentTime) measure()
  for (const { left, top, right, bottom } of floating.values())
    if (x >= left && x <= right && y >= top && y <= bottom) return true
  return false
}

function measure(): void {
  frame = document.timeline.currentTime
  for (const cover of floating.keys())
    if (cover.isConnected) floating.set(cover, cover.getBoundingClientRect())
    else floating.delete(cover)
}
