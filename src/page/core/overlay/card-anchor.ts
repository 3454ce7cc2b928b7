import type { Box, BoxSize } from '../dom/box.ts'
import { type Anchor, INSET_PX, type Position } from './placement.ts'

/** Distance of a notice from the top of the screen. */
const NOTICE_TOP_PX = 16

/**
 * A card lies beside its image, or else below or above it, and on it only if the screen has no other room. The user has just
 * asked for it, so it stays on screen with its image, however small the image is and whatever the page puts on top of it.
 * A card of the root element lies at the top of the screen.
 */
export const anchorCard: Anchor = ({ element, visible, node }) => {
  const size = { width: node.offsetWidth, height: node.offsetHeight }
  const screen = { width: innerWidth, height: innerHeight }
  if (element === document.documentElement) return { x: screen.width / 2 - size.width / 2, y: NOTICE_TOP_PX }
  return besideBox(visible, size, screen)
}

/**
 * A card lies beside a part of the screen, with which it scrolls.
 * @param box in pixels of the viewport
 */
export function anchorCardAt(box: Box): Anchor {
  const place = scrolling(box)
  return ({ node }) =>
    besideBox(
      place(),
      { width: node.offsetWidth, height: node.offsetHeight },
      { width: innerWidth, height: innerHeight },
    )
}

/** Follows a box of the viewport as the page scrolls. */
export function scrolling({ left, top, right, bottom }: Box): () => Box {
  const [startX, startY] = [scrollX, scrollY]
  return () => {
    const [x, y] = [startX - scrollX, startY - scrollY]
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
  }
}

/**
 * Where a card lies at a box; all in pixels of the viewport.
 * @param visible the visible part of the image; a card leaves the screen with it
 * @returns undefined for an empty box
 */
export function besideBox(visible: Box, card: BoxSize, screen: BoxSize): Position | undefined {
  const { left, top, right, bottom } = visible
  const { width, height } = card
  if (right <= left || bottom <= top) return undefined
  const beside = [right + INSET_PX, left - width - INSET_PX].find(x => fits(x, width, screen.width))
  const above = [bottom + INSET_PX, top - height - INSET_PX].find(y => fits(y, height, screen.height))
  const x = beside ?? left + INSET_PX
  const y = (beside === undefined ? above : undefined) ?? top + INSET_PX
  const isOnScreen = bottom > 0 && top < screen.height && right > 0 && left < screen.width
  return isOnScreen ? { x: onScreen(x, width, screen.width), y: onScreen(y, height, screen.height) } : { x, y }
}

function fits(start: number, length: number, room: number): boolean {
  return start >= INSET_PX && start + length + INSET_PX <= room
}

/** Where something of a length starts so that it is on the screen: where it should, if possible. */
export function onScreen(start: number, length: number, room: number): number {
  return Math.max(INSET_PX, Math.min(start, room - length - INSET_PX))
}
