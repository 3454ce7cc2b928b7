import { parentOf } from '../../dom/clipping.ts'
import { unclobbered } from '../../dom/unclobbered.ts'
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

/** Opacities that are known in this frame: a page may nest without end. */
let known = new Map<Element, number>()
let knownFrame: CSSNumberish | null = null

export function createFadeCheck(element: Element): FadeCheck {
  let isIn: boolean | undefined
  return {
    isIn: ({ isChanged, moving }) => {
      if (knownFrame !== document.timeline.currentTime) known = new Map()
      knownFrame = document.timeline.currentTime
      if (isIn === undefined || isChanged || isWithinAny(element, moving))
        isIn = opacityOf(element, known) >= MIN_OPACITY
      return isIn
    },
    hasChanged: () => (isIn ? isTransparent(element) : opacityOf(element) >= MIN_OPACITY),
  }
}

/** Whether an element is wholly transparent, such as the picture of a card that the pointer brings up. */
export function isTransparent(element: Element): boolean {
  return !unclobbered(element).checkVisibility({ opacityProperty: true })
}

/** How opaque an element is with all its ancestors, 0..1. @param known opacities of ancestors, which are added to */
function opacityOf(element: Element, known = new Map<Element, number>()): number {
  const path: Element[] = []
  let node: Element | null = element
  for (; node && !known.has(node); node = parentOf(node)) path.push(node)
  let opacity = (node && known.get(node)) ?? 1
  for (const each of path.reverse()) {
    opacity *= Number(getComputedStyle(each).opacity)
    known.set(each, opacity)
  }
  return opacity
}
