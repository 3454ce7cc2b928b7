import { areTouching, type Box, overlapOf } from '../../dom/box.ts'
import { rectOf, unclobbered } from '../../dom/unclobbered.ts'
import { aboveAt, type Occluder } from './elements-above.ts'
import { changeCount } from './hit-test.ts'

/**
 * How long a result is reused where no fixed layer is known. Shorter than the overlay's throttle on a page that does not move,
 * because those layouts exist to notice what has come to cover a badge.
 */
const REUSE_MS = 90
/** A hit test is made this far inside each end of a spot. */
const EDGE_PX = 2

/** Fixed layers that have been found, such as the page's header, and where they are in this frame. */
const fixedLayers = new Map<Element, DOMRect>()
let measuredFrame: CSSNumberish | null = null

/** What covers a spot on an element. */
export interface OcclusionCheck {
  /** Checks the spot of the badge if a check is due; otherwise returns the last result. */
  at(box: Box): Occluder['kind'] | undefined
  /** Checks another spot at once, and more closely. The next call of `at` for this spot returns the result. */
  probe(box: Box): Occluder['kind'] | undefined
}

/**
 * Checks the spot of a badge, for an anchor that asks in each frame. Hit tests are the most expensive step, so they are
 * throttled, except while the spot touches a known fixed layer.
 */
export function createOcclusionCheck(target: Element): OcclusionCheck {
  let last: Occluder['kind'] | undefined
  let checked = { at: Number.NEGATIVE_INFINITY, changeCount: -1, left: Number.NaN, top: Number.NaN }

  function check(box: Box, isClose: boolean): Occluder['kind'] | undefined {
    checked = { at: performance.now(), changeCount, left: box.left, top: box.top }
    last = hitTest(target, box, isClose)
    return last
  }

  return {
    at: box => {
      const isSame = checked.changeCount === changeCount && checked.left === box.left && checked.top === box.top
      const isReusable = last !== 'fixed-layer' && (isSame || performance.now() - checked.at < REUSE_MS)
      return isReusable && !touchesFixedLayer(box) ? last : check(box, false)
    },
    probe: box => check(box, true),
  }
}

/** The part of a box that is on screen and that no known fixed layer, such as a header or footer, cuts off; may be empty. */
export function partInSight(box: Box): Box {
  measureFixedLayers()
  const part = overlapOf(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
  for (const layer of fixedLayers.values()) {
    // Anything else covers only a corner, or may be a frame around the whole screen.
    if (layer.left > part.left || layer.right < part.right) continue
    if (layer.top <= part.top && layer.bottom < part.bottom) part.top = Math.max(part.top, layer.bottom)
    else if (layer.bottom >= part.bottom && layer.top > part.top) part.bottom = Math.min(part.bottom, layer.top)
  }
  return part
}

/**
 * Tests both ends of a spot. Whatever touches only its middle is smaller than any button.
 * @param isClose whether to test its corners and its middle too
 */
function hitTest(target: Element, box: Box, isClose: boolean): Occluder['kind'] | undefined {
  const [left, top, right, bottom] = [box.left + EDGE_PX, box.top + EDGE_PX, box.right - EDGE_PX, box.bottom - EDGE_PX]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const ends = [left, y, right, y]
  const points = isClose ? [...ends, x, y, left, top, right, top, left, bottom, right, bottom] : ends
  for (let i = 0; i < points.length; i += 2) {
    const above = aboveAt(target, points[i] as number, points[i + 1] as number)
    if (above?.kind === 'fixed-layer') fixedLayers.set(above.element, rectOf(above.element))
    if (above) return above.kind
  }
  return undefined
}

function touchesFixedLayer(box: Box): boolean {
  measureFixedLayers()
  for (const layer of fixedLayers.values()) if (areTouching(box, layer)) return true
  return false
}

function measureFixedLayers(): void {
  if (measuredFrame === document.timeline.currentTime) return
  measuredFrame = document.timeline.currentTime
  for (const layer of fixedLayers.keys())
    if (unclobbered(layer).isConnected) fixedLayers.set(layer, rectOf(layer))
    else fixedLayers.delete(layer)
}
