import { onAbort } from '../../../async/on-abort.ts'
import { isAt } from '../../core/dom/unclobbered.ts'
import { OVERLAY_NAME } from '../../core/overlay/overlay-name.ts'
import { OPEN } from './badge.ts'

/** How long the pointer must rest on a badge to open it. A pointer that only passes opens nothing. */
const DWELL_MS = 250

/** Opens badges under the pointer. Badges let clicks and the pointer through to the page's links and buttons. */
interface BadgePointer {
  add(badge: HTMLElement): void
  remove(badge: HTMLElement): void
}

/** @param signal closes what is open and removes the listeners */
export function createBadgePointer(signal: AbortSignal): BadgePointer {
  const badges = new Set<HTMLElement>()
  let hovered: HTMLElement | undefined
  let timer = 0

  function hover(badge: HTMLElement | undefined): void {
    if (badge === hovered) return
    clearTimeout(timer)
    hovered?.removeAttribute('data-open')
    hovered = badge
    if (badge) timer = window.setTimeout(() => open(badge), DWELL_MS)
  }

  const options = { capture: true, passive: true, signal }
  const moved = ({ clientX, clientY, pointerType, isTrusted }: PointerEvent) => {
    if (isTrusted && pointerType !== 'touch') hover([...badges].find(badge => isVisibleAt(badge, clientX, clientY)))
  }
  const leave = () => hover(undefined)
  // A press on what the badge offers must not close it.
  const pressed = ({ target }: Event) => {
    if ((target as Element).localName !== OVERLAY_NAME) leave()
  }
  document.addEventListener('pointermove', moved, options)
  document.documentElement.addEventListener('pointerleave', leave, { signal })
  for (const type of ['pointerdown', 'scroll', 'keydown']) document.addEventListener(type, pressed, options)
  onAbort(signal, leave)
  return {
    add: badge => badges.add(badge),
    remove: badge => {
      if (badge === hovered) leave()
      badges.delete(badge)
    },
  }
}

function open(badge: HTMLElement): void {
  badge.setAttribute('data-open', '')
  badge.dispatchEvent(new Event(OPEN))
}

function isVisibleAt(badge: HTMLElement, x: number, y: number): boolean {
  return isAt(badge, x, y) && badge.checkVisibility({ visibilityProperty: true })
}
