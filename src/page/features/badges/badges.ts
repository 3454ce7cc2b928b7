import { centreOf } from '../../../apparel/activation-map.ts'
import type { Answered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import type { BadgeChoices } from '../../../settings/active-sites.ts'
import type { BadgePress } from '../../core/badge-press.ts'
import { onEscape } from '../../core/overlay/escape-key.ts'
import { createNotices } from '../../core/overlay/notice.ts'
import { createFadeCheck } from '../../core/overlay/occlusion/fading.ts'
import { createOverlapTracker } from '../../core/overlay/occlusion/overlapping-pictures.ts'
import type { Overlay, OverlayItem } from '../../core/overlay/overlay.ts'
import { createBadge, OPEN } from './badge.ts'
import { createBadgeAnchor } from './badge-anchor.ts'
import { createBadgePointer } from './badge-pointer.ts'

/** How badges look and where they lie. */
type BadgeLooks = Pick<BadgeChoices, 'badgeStyle' | 'badgePosition'>

/** More badges than anybody can look at on one screen. A page may stack any number of pictures. */
const MAX_COUNT = 500

/** A badge, or a picture that may cover badges. */
export interface BadgeItem extends OverlayItem {
  /** Notices what no event reports. */
  recheck?(): void
  focus?(): void
}

/** The badges of a page. */
export interface Badges {
  /** Puts a badge on an element, unless there are too many. */
  put(
    element: Element,
    answer: Answered,
    looks: BadgeLooks,
    pressed: (says: BadgePress['says']) => void,
  ): BadgeItem | undefined
  /** Registers an element without a badge that may cover badged pictures. */
  cover(element: Element): BadgeItem | undefined
}

/** The pointer opens badges, and Escape hides all of them until it is pressed again. */
export function createBadges(overlay: Overlay, signal: AbortSignal): Badges {
  const pointer = createBadgePointer(signal)
  const notify = createNotices(overlay, signal)
  const track = createOverlapTracker(overlay.scheduleReposition)
  let count = 0
  let coverCount = 0
  let areHidden = false

  onEscape(() => {
    if (count === 0) return
    areHidden = !areHidden
    overlay.hideBadges(areHidden)
    notify(text(areHidden ? 'badges_hidden' : 'badges_shown'))
  }, signal)
  onAbort(signal, () => overlay.hideBadges(false))

  return {
    put: (element, { prediction, activation }, { badgeStyle, badgePosition }, pressed) => {
      if (count >= MAX_COUNT) return undefined
      const badge = createBadge(prediction, badgeStyle, pressed)
      const anchor = createBadgeAnchor(element, activation && centreOf(activation), badgePosition)
      const tracked = track(element)
      const fade = createFadeCheck(element)
      const placed = overlay.place(element, badge, {
        anchor: target => (fade.isIn(target) && tracked.isVisible(target) ? anchor(target) : undefined),
      })
      pointer.add(badge)
      for (const type of [OPEN, 'focus', 'blur']) badge.addEventListener(type, overlay.scheduleReposition)
      count++
      return {
        focus: () => badge.focus(),
        recheck: () => {
          if (fade.hasChanged()) overlay.scheduleLayout()
        },
        remove: () => {
          count--
          pointer.remove(badge)
          tracked.remove()
          placed.remove()
        },
      }
    },
    cover: element => {
      if (coverCount >= MAX_COUNT) return undefined
      const { remove } = track(element)
      coverCount++
      overlay.scheduleReposition()
      return {
        remove: () => {
          coverCount--
          remove()
        },
      }
    },
  }
}
