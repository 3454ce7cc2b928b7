import type { Point } from '../../../apparel/activation-map.ts'
import type { BadgePosition } from '../../../settings/settings.ts'
import { isHtmlElement } from '../../core/dom/element-type.ts'
import { measurePainted } from '../../core/dom/painted-picture.ts'
import type { Box } from '../../core/dom/visible-box.ts'
import { type Cover, createOcclusionCheck } from '../../core/overlay/occlusion/covered-spot.ts'
import { type Anchor, INSET_PX, type Shown } from '../../core/overlay/placement.ts'

/** Less than this of an image says nothing: no badge. Pixels. */
const LEAST = 32
/** On a shorter side than this a badge would hide the garment. Pixels. */
const LARGE = 360
/** A garment nearer to the middle than this fraction is what the picture is about: the corner says enough. */
const ASIDE = 0.15

type Corner = Exclude<BadgePosition, 'auto'>
type Place = 'garment' | Corner
/** In the order in which they are tried. */
const everyPlace: Place[] = ['garment', 'start-top', 'start-bottom', 'end-top', 'end-bottom']

/** Pixels. */
interface Size {
  width: number
  height: number
}

/**
 * A badge lies in the first corner of what is shown of its image in which the page has no button or label of its own. In a
 * large picture whose garment is plainly aside, such as the hat in a portrait, it lies on the garment. Under what floats
 * over the page it hides.
 * @param centre of the garment, where that is clear-cut
 * @param position the corner that the person wants, whatever the page has there
 */
export function createBadgeAnchor(element: Element, centre: Point | undefined, position: BadgePosition): Anchor {
  const places = position === 'auto' ? everyPlace : [position]
  const isAside = position === 'auto' && centre && Math.hypot(centre.x - 0.5, centre.y - 0.5) >= ASIDE
  const measure = isAside && isHtmlElement(element, 'img') ? measurePainted(element) : undefined
  const isRightToLeft = getComputedStyle(element).direction === 'rtl'
  const cover = createOcclusionCheck(element)
  // Measured once: the badge grows when it is looked at, and must not move then.
  let size: Size | undefined
  let place: Place | undefined

  return ({ visible, node }: Shown) => {
    if (shorterSide(visible) < LEAST) return undefined
    const own = size ?? { width: node.offsetWidth, height: node.offsetHeight }
    size = own
    const painted = measure?.()
    const garment = isAside && painted && shorterSide(painted.frame) >= LARGE && pointIn(painted.picture, centre)
    const onGarment = garment && isInside(garment, painted.frame) ? garment : undefined
    const boxOf = (place: Place): Box | undefined => {
      const point = place === 'garment' ? onGarment : cornerOf(visible, place, isRightToLeft)
      return point && boxAt(point, visible, own)
    }

    const kept = place && boxOf(place)
    if (!kept || cover.over(kept) === 'own') place = choose(places, boxOf, cover)
    const box = boxOf(place as Place)
    return box && cover.over(box) !== 'floating' ? { x: box.left, y: box.top } : undefined
  }
}

/** The first place without anything of the page's own; else the first of all. */
function choose(places: Place[], boxOf: (place: Place) => Box | undefined, cover: Cover): Place | undefined {
  const there = places.filter(boxOf)
  return there.find(place => cover.wouldBeOver(boxOf(place) as Box) !== 'own') ?? there[0]
}

function cornerOf({ left, top, right, bottom }: Box, corner: Corner, isRightToLeft: boolean): Point {
  const isLeft = corner.startsWith('start') !== isRightToLeft
  return { x: isLeft ? left : right, y: corner.endsWith('top') ? top : bottom }
}

/** A badge around a point, as far as what is shown leaves room. */
function boxAt({ x, y }: Point, visible: Box, { width, height }: Size): Box {
  const left = within(visible.left, x - width / 2, visible.right - width)
  const top = within(visible.top, y - height / 2, visible.bottom - height)
  return { left, top, right: left + width, bottom: top + height }
}

/** At least the inset from the start; where there is room, from the end too. */
function within(start: number, wish: number, end: number): number {
  return Math.max(start + INSET_PX, Math.min(wish, end - INSET_PX))
}

function shorterSide({ left, top, right, bottom }: Box): number {
  return Math.min(right - left, bottom - top)
}

function pointIn({ left, top, right, bottom }: Box, { x, y }: Point): Point {
  return { x: left + x * (right - left), y: top + y * (bottom - top) }
}

function isInside({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom
}
