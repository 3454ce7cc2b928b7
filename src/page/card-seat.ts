import { INSET, type Seat } from './placement.ts'

/**
 * A card lies beside its image where the screen has room for it, else upon it. It is what a person has just asked for: it
 * stays on screen with its image, and whatever the page lays over that.
 */
export const cardSeat: Seat = ({ target, visible, node }) => {
  const { offsetWidth: width, offsetHeight: height } = node
  if (target === document.documentElement) return { x: innerWidth / 2 - width / 2, y: 16 }
  const isOnScreen = visible.bottom > 0 && visible.top < innerHeight && visible.right > 0 && visible.left < innerWidth
  const [x, y] = [horizontally(visible.left, visible.right, width), visible.top + INSET]
  return isOnScreen ? { x: onScreen(x, width, innerWidth), y: onScreen(y, height, innerHeight) } : { x, y }
}

function horizontally(left: number, right: number, width: number): number {
  if (right + width + 2 * INSET <= innerWidth) return right + INSET
  if (left - width - 2 * INSET >= 0) return left - width - INSET
  return left + INSET
}

function onScreen(start: number, length: number, room: number): number {
  return Math.max(INSET, Math.min(start, room - length - INSET))
}
