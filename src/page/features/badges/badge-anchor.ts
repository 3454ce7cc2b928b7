import type { Point } from '../../../apparel/activation-map.ts'
import type { BadgePosition } from '../../../settings/schema.ts'
import { type Box, type BoxSize, shorterSideOf } from '../../core/dom/box.ts'
import { isHtmlElement } from '../../core/dom/element-type.ts'
import { createPictureMeter } from '../../core/dom/painted-picture.ts'
import { createOcclusionCheck } from '../../core/overlay/occlusion/spot-occlusion.ts'
import type { Anchor } from '../../core/overlay/placement.ts'
import { type BadgeSpot, badgeBoxAt, chooseSpot, cornerOf, garmentPoint, isOffCentre, spots } from './badge-spots.ts'

/** An image with a smaller visible side is not recognisable and gets no badge. */
const MIN_VISIBLE_PX = 32

/**
 * A badge lies in the first corner of the visible part of its image where the page has no control of its own. In a large
 * picture whose garment is clearly off centre, such as the hat in a portrait, it lies on the garment. It hides behind fixed
 * layers.
 * @param centre of the garment, as a fraction of the picture, if it is clear-cut
 * @param position the corner that the user wants, whatever the page has there
 */
export function createBadgeAnchor(element: Element, centre: Point | undefined, position: BadgePosition): Anchor {
  const candidates = position === 'auto' ? spots : [position]
  const offCentre = position === 'auto' && centre && isOffCentre(centre) ? centre : undefined
  const measure = offCentre && isHtmlElement(element, 'img') ? createPictureMeter(element) : undefined
  const isRightToLeft = getComputedStyle(element).direction === 'rtl'
  const occlusion = createOcclusionCheck(element)
  // Measured once: the badge grows when it opens, and must not move then.
  let size: BoxSize | undefined
  let spot: BadgeSpot | undefined

  return ({ visible, node }) => {
    if (shorterSideOf(visible) < MIN_VISIBLE_PX) return undefined
    const badgeSize = size ?? { width: node.offsetWidth, height: node.offsetHeight }
    size = badgeSize
    const painted = measure?.()
    const garment = painted && offCentre && garmentPoint(painted, offCentre)
    const boxAt = (spot: BadgeSpot): Box | undefined => {
      const point = spot === 'garment' ? garment : cornerOf(visible, spot, isRightToLeft)
      return point && badgeBoxAt(point, visible, badgeSize)
    }

    const current = spot && boxAt(spot)
    if (!current || occlusion.at(current) === 'control') spot = chooseSpot(candidates, boxAt, occlusion.probe)
    const box = spot && boxAt(spot)
    return box && occlusion.at(box) !== 'fixed-layer' ? { x: box.left, y: box.top } : undefined
  }
}
