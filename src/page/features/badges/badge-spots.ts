import type { Point } from '../../../apparel/activation-map.ts'
import type { BadgePosition } from '../../../settings/schema.ts'
import { type Box, type BoxSize, shorterSideOf } from '../../core/dom/box.ts'
import type { PaintedPicture } from '../../core/dom/painted-picture.ts'
import { INSET_PX, roomIn } from '../../core/overlay/placement.ts'

type Corner = Exclude<BadgePosition, 'auto'>
const corners: readonly Corner[] = ['start-top', 'start-bottom', 'end-top', 'end-bottom']

/** A position of a badge on its image. */
export interface BadgeSpot {
  at: 'garment' | Corner
  /** With room for nothing but a dot. */
  isDot?: boolean
}

/** The spots to try, in order of preference. */
export function spotsFor(position: BadgePosition): BadgeSpot[] {
  const wanted = (position === 'auto' ? corners : [position]).map<BadgeSpot>(at => ({ at }))
  return [{ at: 'garment' }, ...wanted, ...wanted.map(spot => ({ ...spot, isDot: true }))]
}

/** If an image has a shorter side than this, a badge on the garment would hide it. */
const MIN_LARGE_PX = 360
/** Minimum distance of a garment from the middle, as a fraction of the picture. Nearer ones need no badge on the spot. */
const MIN_OFF_CENTRE = 0.15

/** @param centre of the garment, as a fraction of the picture */
export function isOffCentre({ x, y }: Point): boolean {
  return Math.hypot(x - 0.5, y - 0.5) >= MIN_OFF_CENTRE
}

/**
 * Where the centre of the garment is painted.
 * @param centre as a fraction of the picture
 * @returns undefined in a small image, and where the centre is cropped
 */
export function garmentPoint({ frame, picture }: PaintedPicture, centre: Point): Point | undefined {
  if (shorterSideOf(frame) < MIN_LARGE_PX) return undefined
  const x = picture.left + centre.x * (picture.right - picture.left)
  const y = picture.top + centre.y * (picture.bottom - picture.top)
  const isInside = x > frame.left && x < frame.right && y > frame.top && y < frame.bottom
  return isInside ? { x, y } : undefined
}

export function cornerOf({ left, top, right, bottom }: Box, corner: Corner, isRightToLeft: boolean): Point {
  const isLeft = corner.startsWith('start') !== isRightToLeft
  return { x: isLeft ? left : right, y: corner.endsWith('top') ? top : bottom }
}

/** The box of a badge centred on a point, but moved into the visible part of its image, and no wider than that. */
export function badgeBoxAt({ x, y }: Point, visible: Box, size: BoxSize): Box {
  const { height } = size
  const width = Math.min(size.width, roomIn(visible))
  const left = clamp(visible.left, x - width / 2, visible.right - width)
  const top = clamp(visible.top, y - height / 2, visible.bottom - height)
  return { left, top, right: left + width, bottom: top + height }
}

/** Keeps a coordinate at least the inset from the start, and from the end too if there is room. */
function clamp(start: number, wanted: number, end: number): number {
  return Math.max(start + INSET_PX, Math.min(wanted, end - INSET_PX))
}

/** Whether the whole box is on screen: what is off screen cannot be tested for what covers it. */
export function isOnScreen({ left, top, right, bottom }: Box): boolean {
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
}
