import { type Anchor, INSET_PX } from './placement.ts'

/**
 * A card lies beside its image, else below or above it, and upon it only where the screen has no other room. It is what a
 * person has just asked for: it stays on screen with its image, however small that is, and whatever the page lays over it.
 */
export const anchorCard: Anchor = ({ target, visible: { left, top, right, bottom }, node }) => {
  const { offsetWidth: width, offsetHeight: height } = node
  if (target === document.documentElement) return { x: innerWidth / 2 - width / 2, y: 16 }
  if (right <= left || bottom <= top) return undefined
  const beside = [right + INSET_PX, left - width - INSET_PX].find(x => fits(x, width, innerWidth))
  const over = [bottom + INSET_PX, top - height - INSET_PX].find(y => fits(y, height, innerHeight))
  const x = beside ?? left + INSET_PX
  const y = (beside === undefined ? over : undefined) ?? top + INSET_PX
  const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return isOnScreen ? { x: onScreen(x, width, innerWidth), y: onScreen(y, height, innerHeight) } : { x, y }
}

function fits(start: number, length: number, room: number): boolean {
  return start >= INSET_PX && start + length + INSET_PX <= room
}

function onScreen(start: number, length: number, room: number): number {
  return Math.max(INSET_PX, Math.min(start, room - length - INSET_PX))
}
