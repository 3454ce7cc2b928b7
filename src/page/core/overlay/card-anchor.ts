import { INSET, type Seat } from './placement.ts'

/**
 * A card lies beside its image, else below or above it, and upon it only where the screen has no other room. It is what a
 * person has just asked for: it stays on screen with its image, however small that is, and whatever the page lays over it.
 */
export const cardSeat: Seat = ({ target, visible: { left, top, right, bottom }, node }) => {
  const { offsetWidth: width, offsetHeight: height } = node
  if (target === document.documentElement) return { x: innerWidth / 2 - width / 2, y: 16 }
  if (right <= left || bottom <= top) return undefined
  const beside = [right + INSET, left - width - INSET].find(x => fits(x, width, innerWidth))
  const over = [bottom + INSET, top - height - INSET].find(y => fits(y, height, innerHeight))
  const x = beside ?? left + INSET
  const y = (beside === undefined ? over : undefined) ?? top + INSET
  const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return isOnScreen ? { x: onScreen(x, width, innerWidth), y: onScreen(y, height, innerHeight) } : { x, y }
}

function fits(start: number, length: number, room: number): boolean {
  return start >= INSET && start + length + INSET <= room
}

function onScreen(start: number, length: number, room: number): number {
  return Math.max(INSET, Math.min(start, room - length - INSET))
}
