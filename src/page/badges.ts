import { centreOf } from '../apparel/activation-map.ts'
import type { Answered } from '../messages.ts'
import type { BadgeChoices } from '../platform/active-sites.ts'
import { onAbort } from '../platform/on-abort.ts'
import { text } from '../platform/text.ts'
import { createBadge } from './badge.ts'
import { createBadgePointer } from './badge-pointer.ts'
import { badgeSeat } from './badge-seat.ts'
import { onEscape } from './escape.ts'
import { createNotices } from './notice.ts'
import type { Overlay, Placed } from './overlay.ts'

/** How badges look and where they lie. */
type BadgeLooks = Pick<BadgeChoices, 'badgeStyle' | 'badgePosition'>

/** More than anybody can look at on one screen: pictures without number may lie upon each other. */
const MOST = 500

/**
 * The badges of a page: the pointer opens them, and Escape hides all of them until it is pressed again.
 * @returns puts a badge on an element, while there are not too many
 */
export function createBadges(
  overlay: Overlay,
  signal: AbortSignal,
): (element: Element, answer: Answered, looks: BadgeLooks) => Placed | undefined {
  const pointer = createBadgePointer(signal)
  const notify = createNotices(overlay, signal)
  let count = 0
  let areHidden = false

  onEscape(() => {
    if (count === 0) return
    areHidden = !areHidden
    overlay.hideBadges(areHidden)
    notify(text(areHidden ? 'badges_hidden' : 'badges_shown'))
  }, signal)
  onAbort(signal, () => overlay.hideBadges(false))

  return (element, { prediction, activation }, { badgeStyle, badgePosition }) => {
    if (count >= MOST) return undefined
    const badge = createBadge(prediction, badgeStyle)
    const seat = badgeSeat(element, activation && centreOf(activation), badgePosition)
    const placed = overlay.place(element, badge, { seat })
    pointer.add(badge)
    count++
    return {
      remove: () => {
        count--
        pointer.remove(badge)
        placed.remove()
      },
    }
  }
}
