import { areTouching, type Box } from '../../dom/box.ts'
import { rectOf, unclobbered } from '../../dom/unclobbered.ts'
import { aboveAt, type Occluder } from './elements-above.ts'

/**
 * How long a result is reused where no fixed layer is known. Shorter than the overlay's throttle on a page that does not move,
 * because those layouts exist to notice what has come to cover a badge.
 */
const REUSE_MS = 90
/** A hit test is made this far inside each end of a spot. */
const EDGE_PX = 2

let changeCount = 0

/** Discards all results. Call it when something may cover badges that did not before. */
export function invalidateOcclusion(): void {
  changeCount++
}

/** Fixed layers that have been found, such as the page's header, and where they are in this frame. */
const fixedLayers = new Map<Element, DOMRect>()
let measuredFrame: CSSNumberish | null = null

/** What covers a spot on an element. */
export interface OcclusionCheck {
  /** Checks the spot of the badge if a check is due; otherwise returns the last result. */
  at(box: Box): Occluder['kind'] | undefined
  /** Checks another spot at once. */
  probe(box: Box): Occluder['kind'] | undefined
}

/**
 * Checks the spot of a badge, for an anchor that asks in each frame. Hit tests are the most expensive step, so they are
 * throttled, except while the spot touches a known fixed layer.
 */
export function createOcclusionCheck(target: Element): OcclusionCheck {
  let last: Occluder['kind'] | undefined
  let checked = { at: Number.NEGATIVE_INFINITY, changeCount: -1, left: Number.NaN, top: Number.NaN }
  return {
    at: box => {
      const now = performance.now()
      const isSame = checked.changeCount === changeCount && checked.left === box.left && checked.top === box.top
      const isReusable = last !== 'fixed-layer' && (isSame || now - checked.at < REUSE_MS)
      if (isReusable && !touchesFixedLayer(box)) return last
      checked = { at: now, changeCount, left: box.left, top: box.top }
      last = hitTest(target, box)
      return last
    },
    probe: box => hitTest(target, box),
  }
}

/** Tests both ends of the spot. Whatever touches only its middle is smaller than any button. */
function hitTest(target: Element, { left, top, right, bottom }: Box): Occluder['kind'] | undefined {
  const middle = (top + bottom) / 2
  const above = aboveAt(target, left + EDGE_PX, middle) ?? aboveAt(target, right - EDGE_PX, middle)
  if (above?.kind === 'fixed-layer') fixedLayers.set(above.element, rectOf(above.element))
  return above?.kind
}

function touchesFixedLayer(box: Box): boolean {
  if (measuredFrame !== document.timeline.currentTime) measure()
  for (const layer of fixedLayers.values()) if (areTouching(box, layer)) return true
  return false
}

function measure(): void {
  measuredFrame = document.timeline.currentTime
  for (const layer of fixedLayers.keys())
    if (unclobbered(layer).isConnected) fixedLayers.set(layer, rectOf(layer))
    else fixedLayers.delete(layer)
}
