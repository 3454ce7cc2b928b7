import { parentOf } from '../../dom/clipping.ts'
import type { AnchorTarget } from '../placement.ts'
import { isWithinAny } from '../transitions.ts'

/** A fainter element has not faded in yet, or is fading out. What a shop greys out is more opaque. */
const MIN_OPACITY = 0.3

/** Follows whether an element has faded in. */
interface FadeCheck {
  /** Whether the element can be seen. Looks anew only if the page may have changed. */
  isIn(target: Pick<AnchorTarget, 'isChanged' | 'moving'>): boolean
  /** Whether that is different now: scripts can animate without any event. */
  hasChanged(): boolean
}

export function createFadeCheck(element: Element): FadeCheck {
  let isIn: boolean | undefined
  return {
    isIn: ({ isChanged, moving }) => {
      if (isIn === undefined || isChanged || isWithinAny(element, moving)) isIn = !isFadedOut(element)
      return isIn
    },
    hasChanged: () => isIn === isFadedOut(element),
  }
}

/** Whether an element is transparent, such as the picture of a card that the pointer brings up. */
export function isFadedOut(element: Element): boolean {
  return opacityOf(element) < MIN_OPACITY
}

/** How opaque an element is with all its ancestors, 0..1. */
function opacityOf(element: Element): number {
  let opacity = 1
  for (let node: Element | null = element; node; node = parentOf(node))
    opacity *= Number(getComputedStyle(node).opacity)
  return opacity
}
