import { onAbort } from '../../../async/on-abort.ts'
import { isAt } from '../../core/dom/unclobbered.ts'
import { OPEN } from './badge.ts'

/** Milliseconds for which the pointer rests on a badge before it opens: one that only passes by opens nothing. */
const DWELL = 250

/** Opens badges under the pointer. They let it through to the page, whose links and buttons work as if none were there. */
export interface BadgePointer {
  add(badge: HTMLElement): void
  remove(badge: HTMLElement): void
}

/** @param signal closes what is open and lets go of the page */
export function createBadgePointer(signal: AbortSignal): BadgePointer {
  const badges = new Set<HTMLElement>()
  let under: HTMLElement | undefined
  let dwell = 0

  function point(to: HTMLElement | undefined): void {
    if (to === under) return
    clearTimeout(dwell)
    under?.removeAttribute('data-open')
    under = to
    if (to) dwell = window.setTimeout(() => open(to), DWELL)
  }

  const options = { capture: true, passive: true, signal }
  const moved = ({ clientX, clientY, pointerType, isTrusted }: PointerEvent) => {
    if (isTrusted && pointerType !== 'touch') point([...badges].find(badge => isOn(badge, clientX, clientY)))
  }
  const away = () => point(undefined)
  document.addEventListener('pointermove', moved, options)
  document.documentElement.addEventListener('pointerleave', away, { signal })
  for (const type of ['pointerdown', 'scroll', 'keydown']) document.addEventListener(type, away, options)
  onAbort(signal, away)
  return {
    add: badge => badges.add(badge),
    remove: badge => {
      if (badge === under) away()
      badges.delete(badge)
    },
  }
}

function open(badge: HTMLElement): void {
  badge.setAttribute('data-open', '')
  badge.dispatchEvent(new Event(OPEN))
}

function isOn(badge: HTMLElement, x: number, y: number): boolean {
  return isAt(badge, x, y) && badge.checkVisibility({ visibilityProperty: true })
}
