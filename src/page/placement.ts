import { isCovered } from './is-covered.ts'
import { type Box, visiblePart } from './visible-part.ts'

/** A badge or card and the element that it belongs to; the root element stands for *nowhere in particular*. */
export interface Placeable {
  target: Element
  clippers: Element[]
  node: HTMLElement
}

/** Where a node goes, as values of its style. */
export interface Placement {
  /** The element has left the page. */
  isGone: boolean
  transform: string
  display: '' | 'none'
  /** The element is too narrow for a badge of full size. */
  isSmall: boolean
}

const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }
/** Pixels between a badge and the edges of its image. */
const INSET = 6
/** Less than this of an image says nothing: no badge. Pixels. */
const LEAST = 32
/** An image narrower than this gets a smaller badge. Pixels. */
const SMALL = 100

/**
 * Where a node belongs.
 * @param origin the box of the overlay that it lies in
 */
export function placementOf({ target, clippers, node }: Placeable, origin: Box): Placement {
  const shown = visiblePart(target, clippers)
  const width = shown.right - shown.left
  const isCard = node.classList.contains('card')
  const [x, y] = isCard ? cornerOfCard(target, shown, node) : [shown.left + INSET, shown.top + INSET]
  const isThere = Math.min(width, shown.bottom - shown.top) >= LEAST && target.checkVisibility(VISIBLE)
  // A card is what a person has just asked for: it stays in sight.
  const isVisible = isThere && (isCard || !isCovered(target, x, y))
  return {
    isGone: !target.isConnected,
    transform: `translate(${Math.round(x - origin.left)}px, ${Math.round(y - origin.top)}px)`,
    display: isVisible ? '' : 'none',
    isSmall: width < SMALL,
  }
}

/** A card is wider than many images: it is pushed back onto the screen, with its image's place as the wish. */
function cornerOfCard(target: Element, shown: Box, node: HTMLElement): [x: number, y: number] {
  if (target === document.documentElement) return [innerWidth / 2 - node.offsetWidth / 2, 16]
  const [x, y] = [shown.left + INSET, shown.top + INSET]
  const [maxX, maxY] = [innerWidth - node.offsetWidth - INSET, innerHeight - node.offsetHeight - INSET]
  const isOnScreen = shown.bottom > 0 && shown.top < innerHeight && shown.right > 0 && shown.left < innerWidth
  return isOnScreen ? [Math.max(INSET, Math.min(x, maxX)), Math.max(INSET, Math.min(y, maxY))] : [x, y]
}
