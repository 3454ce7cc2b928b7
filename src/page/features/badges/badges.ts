import { centreOf } from '../../../apparel/activation-map.ts'
import type { Answered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeChoices } from '../../../settings/active-sites.ts'
import { onEscape } from '../../core/overlay/escape-key.ts'
import { createNotices } from '../../core/overlay/notice.ts'
import type { Overlay, Placed } from '../../core/overlay/overlay.ts'
import { lateStacks } from '../../late-stacks.ts'
import { createBadge } from './badge.ts'
import { badgeSeat } from './badge-anchor.ts'
import { createBadgePointer } from './badge-pointer.ts'

/** How badges look and where they lie. */
type BadgeLooks = Pick<BadgeChoices, 'badgeStyle' | 'badgePosition'>

/** More than anybody can look at on one screen: pictures without number may lie upon each other. */
const MOST = 500

/** The badges of a page. */
export interface Badges {
  /** Puts a badge on an element, while there are not too many. */
  put(element: Element, answer: Answered, looks: BadgeLooks): Placed | undefined
  /** An element without one may hide the badges of pictures that it lies over. */
  cover(element: Element): Placed | undefined
}

/** The pointer opens badges, and Escape hides all of them until it is pressed again. */
export function createBadges(overlay: Overlay, signal: AbortSignal): Badges {
  const pointer = createBadgePointer(signal)
  const notify = createNotices(overlay, signal)
  const stack = lateStacks(overlay.lookSoon)
  let count = 0
  let covers = 0
  let areHidden = false

  onEscape(() => {
    if (count === 0) return
    areHidden = !areHidden
    overlay.hideBadges(areHidden)
    notify(text(areHidden ? 'badges_hidden' : 'badges_shown'))
  }, signal)
  onAbort(signal, () => overlay.hideBadges(false))

  return {
    put: (element, { prediction, activation }, { badgeStyle, badgePosition }) => {
      if (count >= MOST) return undefined
      const badge = createBadge(prediction, badgeStyle)
      const seat = badgeSeat(element, activation && centreOf(activation), badgePosition)
      const stacked = stack(element)
      const placed = overlay.place(element, badge, { seat: shown => (stacked.isSeen(shown) ? seat(shown) : undefined) })
      pointer.add(badge)
      count++
      return {
        remove: () => {
          count--
          pointer.remove(badge)
          stacked.remove()
          placed.remove()
        },
      }
    },
    cover: element => {
      if (covers >= MOST) return undefined
      const { remove } = stack(element)
      covers++
      overlay.lookSoon()
      return {
        remove: () => {
          covers--
          remove()
        },
      }
    },
  }
}
