import { rectOf, unclobbered } from '../../dom/unclobbered.ts'
import type { Box } from '../../dom/visible-box.ts'
import { type Above, aboveAt } from './elements-above.ts'

/**
 * Milliseconds for which an answer holds where nothing is known to float. Shorter than the overlay rests between looks at a
 * page that does not move: each of those is made for what may have come over a badge.
 */
const TRUST = 90

let changes = 0

/** To be called when something may lie over badges that did not before: each place is looked at once more. */
export function invalidateOcclusion(): void {
  changes++
}

/** What was seen to float over the page, such as its header, and where it is in this frame. */
const floating = new Map<Element, DOMRect>()
let frame: CSSNumberish | null = null

/** What lies over a badge, or would. */
export interface Cover {
  /** Looks again if that is due; else what was seen last. */
  over(box: Box): Above['kind'] | undefined
  /** Looks at once, without taking the answer for that of the badge. */
  wouldBeOver(box: Box): Above['kind'] | undefined
}

/**
 * Whether a badge's place on an element is covered, for one that asks in each frame. A hit test is the dearest thing that it
 * does, so one is made now and then, and whenever the place touches something that was seen to float.
 */
export function createOcclusionCheck(target: Element): Cover {
  let last: Above['kind'] | undefined
  let checked = { at: Number.NEGATIVE_INFINITY, changes: -1, left: Number.NaN, top: Number.NaN }
  return {
    over: box => {
      const now = performance.now()
      const isSame = checked.changes === changes && checked.left === box.left && checked.top === box.top
      const isTrusted = last !== 'floating' && (isSame || now - checked.at < TRUST)
      if (isTrusted && !touchesFloating(box)) return last
      checked = { at: now, changes, left: box.left, top: box.top }
      last = look(target, box)
      return last
    },
    wouldBeOver: box => look(target, box),
  }
}

/** At both ends of a badge: what lies in its middle alone is smaller than any button. */
function look(target: Element, { left, top, right, bottom }: Box): Above['kind'] | undefined {
  const middle = (top + bottom) / 2
  const first = aboveAt(target, left + 2, middle)
  const above = first ?? aboveAt(target, right - 2, middle)
  if (above?.kind === 'floating') floating.set(above.element, rectOf(above.element))
  return above?.kind
}

function touchesFloating(box: Box): boolean {
  if (frame !== document.timeline.currentTime) measure()
  for (const { left, top, right, bottom } of floating.values())
    if (box.right >= left && box.left <= right && box.bottom >= top && box.top <= bottom) return true
  return false
}

function measure(): void {
  frame = document.timeline.currentTime
  for (const cover of floating.keys())
    if (unclobbered(cover).isConnected) floating.set(cover, rectOf(cover))
    else floating.delete(cover)
}
