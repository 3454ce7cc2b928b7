import type { Point } from '../apparel/activation-map.ts'
import { createCover } from './cover.ts'
import { pictureIn } from './picture-in.ts'
import { INSET, type Seat, type Shown } from './placement.ts'
import type { Box } from './visible-part.ts'

/** On a shorter side than this a badge would hide the garment. Pixels. */
const LARGE = 360
/** A garment nearer to the middle than this fraction is what the picture is about: the corner says enough. */
const ASIDE = 0.15

/**
 * A badge lies in the top left corner of what is shown of its image. In a large picture whose garment is plainly aside,
 * such as the hat in a portrait, it lies on the garment.
 * @param centre of the garment, where that is clear-cut
 */
export function badgeSeat(element: Element, centre: Point | undefined): Seat {
  const isAside = centre && Math.hypot(centre.x - 0.5, centre.y - 0.5) >= ASIDE
  const measure = isAside && element instanceof HTMLImageElement ? pictureIn(element) : undefined
  const isCovered = createCover(element)
  // Measured once: the badge grows under the pointer, and must not move then.
  let size: { width: number; height: number } | undefined
  return ({ visible, node }: Shown) => {
    size ??= { width: node.offsetWidth, height: node.offsetHeight }
    const painted = measure?.()
    const garment = centre && painted && isLarge(painted.frame) && pointIn(painted.picture, centre)
    const isOnIt = garment && isInside(garment, painted.frame)
    const x = isOnIt ? garment.x - size.width / 2 : visible.left
    const y = isOnIt ? garment.y - size.height / 2 : visible.top
    const spot = {
      x: within(visible.left, x, visible.right - size.width),
      y: within(visible.top, y, visible.bottom - size.height),
    }
    // In front of its corner: there the page is seen, and not the badge.
    return isCovered(spot.x - INSET / 2, spot.y - INSET / 2) ? undefined : spot
  }
}

/** At least the inset from the start; where there is room, from the end too. */
function within(start: number, wish: number, end: number): number {
  return Math.max(start + INSET, Math.min(wish, end - INSET))
}

function isLarge({ left, top, right, bottom }: Box): boolean {
  return Math.min(right - left, bottom - top) >= LARGE
}

function pointIn({ left, top, right, bottom }: Box, { x, y }: Point): Point {
  return { x: left + x * (right - left), y: top + y * (bottom - top) }
}

function isInside({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom
}
