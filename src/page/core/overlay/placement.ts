import { unclobbered } from '../dom/unclobbered.ts'
import { type Box, type Clip, visiblePart } from '../dom/visible-box.ts'

/** A node of the overlay and the element that it belongs to; the root element stands for *nowhere in particular*. */
export interface Placeable {
  target: Element
  clip: Clip
  /** The page may be another since it was placed last. */
  isChanged: boolean
  node: HTMLElement
  anchor: Anchor
}

/** Finds a node's place at its element; undefined while it must not be seen. */
export type Anchor = (shown: Shown) => Spot | undefined

export interface Shown {
  target: Element
  /** What the boxes of its ancestors leave of it, on screen or not; its width or height is negative where that is nothing. */
  visible: Box
  /** Shapes may leave less of it. */
  isShaped: boolean
  /** The page may be another since it was shown last. */
  isChanged: boolean
  /** What is being moved, faded or turned. */
  shifting: ReadonlySet<Element>
  node: HTMLElement
}

/** Pixels of the viewport. */
export interface Spot {
  x: number
  y: number
  /** What else its style must say, such as a size. */
  css?: string
}

/** Where the overlay lies, in pixels of the viewport, and how many of those one of its own has. */
export interface Origin {
  left: number
  top: number
  scale: number
}

/** Where a node goes. */
export interface Placement {
  /** The element has left the page. */
  isGone: boolean
  /** The node's whole style. */
  css: string
  /** The element is too narrow for a badge of full size. */
  isSmall: boolean
}

const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }
/** An image narrower than this gets a smaller badge. Pixels. */
const SMALL = 100
/** Pixels between a badge or a card and the edge that it lies at. */
export const INSET_PX = 6
/** Not `display: none`: what is hidden can still be measured, so that it comes to its place in one step. */
export const HIDDEN_CSS = 'visibility: hidden'

/**
 * Where a node belongs.
 * @param shifting what is being moved, faded or turned
 * @param origin of the overlay that it lies in
 */
export function placementOf(
  { target, clip, isChanged, node, anchor }: Placeable,
  shifting: ReadonlySet<Element>,
  origin: Origin,
): Placement {
  const visible = visiblePart(target, clip.clippers)
  const width = visible.right - visible.left
  const shown = { target, visible, isShaped: clip.isShaped, isChanged, shifting, node }
  const spot = unclobbered(target).checkVisibility(VISIBLE) ? anchor(shown) : undefined
  return {
    isGone: !unclobbered(target).isConnected,
    css: spot ? styleOf(spot, origin) : HIDDEN_CSS,
    isSmall: width < SMALL,
  }
}

/** Of the size that it has anywhere, whatever the page does to its root. */
function styleOf({ x, y, css = '' }: Spot, { left, top, scale }: Origin): string {
  const [dx, dy] = [Math.round(x - left) / scale, Math.round(y - top) / scale]
  return `transform: translate(${dx}px, ${dy}px)${scale === 1 ? '' : ` scale(${1 / scale})`}; ${css}`
}
