import { rectOf } from './own.ts'
import type { Shown } from './placement.ts'
import { isSeenAt } from './seen-at.ts'
import { isIn } from './shifts.ts'
import { type Box, overlapOf } from './visible-part.ts'

/** What is left of a picture of which another covers this share is a rim. */
const MOST = 0.8
/** Milliseconds for which a look holds while all moves together, as in a scroll. */
const TRUST = 90
/** Where a picture is looked at, along its diagonal: where one lies half over the other, both are seen. Shares of its sides. */
const places = [0.5, 0.25, 0.75]

/** A picture with a badge, of which it is asked whether it can be seen. */
export interface Stacked {
  isSeen(shown: Shown): boolean
  remove(): void
}

interface Looked {
  at: number
  visible: Box
  isSeen: boolean
  /** Pictures in the same place when it was looked at. */
  others: Element[]
  /** Another has come since. */
  isOver?: boolean
}

/**
 * Pictures that lie in the same place, as the two of a product's card that are swapped under the pointer: of those, one is
 * seen. A hit test is dear, so it is made only where boxes or styles give a reason to doubt.
 * @param lookAgain called where a picture has come to others, that must be looked at again
 * @returns adds an element with a badge
 */
export function createStacks(lookAgain: () => void): (element: Element) => Stacked {
  const looks = new Map<Element, Looked | undefined>()
  let rects = new Map<Element, DOMRect>()
  let frame: CSSNumberish | null = null

  /** Rectangles are asked for once in a frame, in which nothing is written until all are known. */
  function measured(): Map<Element, DOMRect> {
    if (frame !== document.timeline.currentTime) {
      frame = document.timeline.currentTime
      rects = new Map([...looks.keys()].map(element => [element, rectOf(element)]))
    }
    return rects
  }

  /** By whole rectangles, so that each of two knows of the other. */
  function othersAt(target: Element): Element[] {
    const own = rectOf(target)
    return [...measured()].flatMap(([element, rect]) =>
      element !== target && looks.has(element) && shareOf(own, rect) >= MOST ? [element] : [],
    )
  }

  function look({ target, visible, isShaped }: Shown): Looked {
    const others = othersAt(target)
    const isDoubtful = others.length > 0 || isShaped
    return { at: performance.now(), visible, others, isSeen: !isDoubtful || isSeen(target, visible) }
  }

  function isSeen(target: Element, visible: Box): boolean {
    const { left, top, right, bottom } = overlapOf(visible, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
    // Of what is not on screen, hit tests tell nothing.
    if (right <= left || bottom <= top) return true
    const isPicture = (element: Element) => looks.has(element)
    return places.some(at => isSeenAt(target, isPicture, left + at * (right - left), top + at * (bottom - top)))
  }

  function isTrusted(last: Looked, { target, visible, isChanged, shifting }: Shown): boolean {
    if (isChanged || last.isOver || isIn(target, shifting)) return false
    if (last.others.some(other => !looks.has(other) || isIn(other, shifting))) return false
    return isSame(last.visible, visible) || performance.now() - last.at < TRUST
  }

  function comeTo(others: Element[]): void {
    for (const other of others) {
      const looked = looks.get(other)
      if (looked) looked.isOver = true
    }
    if (others.length > 0) lookAgain()
  }

  return element => {
    looks.set(element, undefined)
    return {
      isSeen: shown => {
        const last = looks.get(element)
        if (last && isTrusted(last, shown)) return last.isSeen
        const now = look(shown)
        looks.set(element, now)
        comeTo(now.others.filter(other => !last?.others.includes(other)))
        return now.isSeen
      },
      remove: () => looks.delete(element),
    }
  }
}

/** How much two boxes share, of the smaller one. */
function shareOf(a: Box, b: Box): number {
  return areaOf(overlapOf(a, b)) / Math.min(areaOf(a), areaOf(b))
}

function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}
