import type { Box } from '../dom/box.ts'
import { type Clip, visibleBoxOf } from '../dom/clipping.ts'
import { unclobbered } from '../dom/unclobbered.ts'

/** A node of the overlay and the element that it belongs to; the root element means no particular place. */
export interface Placeable {
  target: Element
  clip: Clip
  /** The page may have changed since the node was placed. */
  isChanged: boolean
  node: HTMLElement
  anchor: Anchor
}

/** Finds a node's position at its element; undefined while the node must be hidden. */
export type Anchor = (target: AnchorTarget) => Position | undefined

/** An element as an anchor sees it. */
export interface AnchorTarget {
  element: Element
  /** The part that its ancestors do not clip, on screen or not, in pixels of the viewport; may be empty. */
  visible: Box
  /** Whether clip paths may hide more of it. */
  isShaped: boolean
  /** The page may have changed since the last layout. */
  isChanged: boolean
  /** Elements that are moved, faded or rotated. */
  moving: ReadonlySet<Element>
  /** The node to be placed. */
  node: HTMLElement
}

/** The top left corner of a node, in pixels of the viewport. */
export interface Position {
  x: number
  y: number
  /** Further style, such as a size. */
  css?: string
  /** There is room only for a dot. */
  isDot?: boolean | undefined
}

/** The overlay's position, in pixels of the viewport, and its scale: the pixels of the viewport per pixel of its own. */
interface OverlayOrigin {
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
  /** There is room only for a dot. */
  isDot: boolean
}

const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }
/** A narrower element gets a smaller badge. */
const SMALL_PX = 100
/** Distance between a node and the edge of its element. */
export const INSET_PX = 6
/** Not `display: none`: a hidden node can still be measured, so it can be placed in one step. */
export const HIDDEN_CSS = 'visibility: hidden'

/** Whether an element is too narrow for a badge of full size. @param visible its visible part */
export function isNarrow({ left, right }: Box): boolean {
  return right - left < SMALL_PX
}

/** @param moving elements that are moved, faded or rotated */
export function placementOf(
  { target, clip, isChanged, node, anchor }: Placeable,
  moving: ReadonlySet<Element>,
  origin: OverlayOrigin,
): Placement {
  const visible = visibleBoxOf(target, clip.clippers)
  const element = unclobbered(target)
  const anchorTarget = { element: target, visible, isShaped: clip.isShaped, isChanged, moving, node }
  const position = element.checkVisibility(VISIBLE) ? anchor(anchorTarget) : undefined
  return {
    isGone: !element.isConnected,
    css: position ? `${styleAt(position, origin)};--room:${roomIn(visible)}px` : HIDDEN_CSS,
    isSmall: isNarrow(visible),
    isDot: position?.isDot === true,
  }
}

/** The width that an element has for a badge, in pixels. A long name may reach its far edge. */
export function roomIn({ left, right }: Box): number {
  return right - left - INSET_PX
}

/** The style that puts a node at a position. Its size does not depend on how the page scales its root element. */
export function styleAt({ x, y, css = '' }: Position, { left, top, scale }: OverlayOrigin): string {
  const [dx, dy] = [Math.round(x - left) / scale, Math.round(y - top) / scale]
  return `transform: translate(${dx}px, ${dy}px)${scale === 1 ? '' : ` scale(${1 / scale})`}; ${css}`
}
