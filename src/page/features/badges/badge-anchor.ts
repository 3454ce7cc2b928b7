import type { Point } from '../../../apparel/activation-map.ts'
import type { BadgePosition } from '../../../settings/schema.ts'
import { type Box, type BoxSize, shorterSideOf } from '../../core/dom/box.ts'
import { isHtmlElement } from '../../core/dom/element-type.ts'
import { createPictureMeter } from '../../core/dom/painted-picture.ts'
import { onScreen } from '../../core/overlay/card-anchor.ts'
import { createContentCheck } from '../../core/overlay/occlusion/content-boxes.ts'
import { createOcclusionCheck, partInSight } from '../../core/overlay/occlusion/spot-occlusion.ts'
import { type Anchor, isNarrow } from '../../core/overlay/placement.ts'
import { isWithinAny } from '../../core/overlay/transitions.ts'
import { type BadgeSpot, badgeBoxAt, cornerOf, garmentPoint, isOffCentre, isOnScreen, spotsFor } from './badge-spots.ts'

/** An image with a smaller visible side is not recognisable and gets no badge. */
const MIN_VISIBLE_PX = 32
/** Side of a dot. */
const DOT_PX = 16
/** Minimum interval between searches for a spot where there was none. */
const RETRY_MS = 90

/**
 * A badge lies in the first corner of its image's part in sight where it covers neither text nor controls of the page, or
 * else there as a dot; or nowhere. So it stays in its corner while the image leaves the screen. In a large picture whose
 * garment is clearly off centre, such as the hat in a portrait, it lies on the garment.
 * @param centre of the garment, as a fraction of the picture, if it is clear-cut
 * @param position the corner that the user wants, whatever the page has there
 */
export function createBadgeAnchor(element: Element, centre: Point | undefined, position: BadgePosition): Anchor {
  const isFree = position === 'auto'
  const spots = spotsFor(position)
  const offCentre = isFree && centre && isOffCentre(centre) ? centre : undefined
  const measure = offCentre && isHtmlElement(element, 'img') ? createPictureMeter(element) : undefined
  const isRightToLeft = getComputedStyle(element).direction === 'rtl'
  const occlusion = createOcclusionCheck(element)
  const contentOf = createContentCheck(element)
  // Measured once: the badge grows when it opens, and must not move then.
  let size: BoxSize | undefined
  let spot: BadgeSpot | undefined
  let failedAt = Number.NEGATIVE_INFINITY

  return ({ visible, node, isChanged, moving }) => {
    const inSight = partInSight(visible)
    if (shorterSideOf(inSight) < MIN_VISIBLE_PX) return undefined
    if (!size) {
      node.classList.toggle('small', isNarrow(visible))
      size = { width: node.offsetWidth, height: node.offsetHeight }
    }
    const full = size
    const painted = measure?.()
    const garment = painted && offCentre && garmentPoint(painted, offCentre)
    const isStale = isChanged || isWithinAny(element, moving)
    const isOnContent = isFree ? contentOf(isStale) : () => false

    /** The badge's box at a spot; undefined if something covers it there. */
    const boxAt = ({ at, isDot }: BadgeSpot, check: typeof occlusion.at): Box | undefined => {
      const isOnGarment = at === 'garment'
      const frame = isOnGarment ? visible : inSight
      const point = isOnGarment ? garment : cornerOf(frame, at, isRightToLeft)
      const box = point && badgeBoxAt(point, frame, isDot ? { width: DOT_PX, height: DOT_PX } : full)
      if (!box || !isOnScreen(box) || isOnContent(box)) return undefined
      const above = check(box)
      return above === 'fixed-layer' || (above && isFree) ? undefined : box
    }

    let box = spot && boxAt(spot, occlusion.at)
    if (!box && (isStale || performance.now() - failedAt >= RETRY_MS)) {
      spot = spots.find(spot => {
        box = boxAt(spot, occlusion.probe)
        return box
      })
      if (!spot) failedAt = performance.now()
    }
    if (!box) return undefined
    const { left: x, top: y } = box
    // Whatever an open badge offers must be on the screen. The pointer stays on it.
    if (node.matches('[data-open], :focus-visible'))
      return { x: onScreen(x, node.offsetWidth, innerWidth), y: onScreen(y, node.offsetHeight, innerHeight) }
    return { x, y, isDot: spot?.isDot }
  }
}
