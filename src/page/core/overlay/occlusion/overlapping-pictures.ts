import { rectOf } from '../../dom/unclobbered.ts'
import { type Box, overlapOf } from '../../dom/visible-box.ts'
import type { Shown } from '../placement.ts'
import { isWithinAny } from '../transitions.ts'
import { isSeenAt } from './topmost-picture.ts'

/** What is left of a picture of which another covers this share is a rim. */
const MOST = 0.8
/** Milliseconds for which a look holds while things move. */
const TRUST = 90
/** Where a picture is looked at, along its diagonal: where one lies half over the other, both are seen. Shares of its sides. */
const places = [0.5, 0.25, 0.75]

/** A picture that may cover others. */
export interface Stacked {
  /** Whether it is one that can be seen. */
  isVisible(shown: Shown): boolean
  remove(): void
}

interface Looked {
  at: number
  visible: Box
  isSeen: boolean
  /** Pictures in the same place when it was looked at. */
  others: Element[]
  /** How all these lay to each other. */
  layout: string
  /** How many had come by then, or into the place of another. */
  arrivals: number
}

/**
 * Pictures that lie in the same place, as the two of a product's card that are swapped under the pointer: of those, one is
 * seen. A hit test is dear, so it is made only where boxes or styles give a reason to doubt.
 * @param recheck called where a picture has come into the place of another
 * @returns adds an element
 */
export function createOverlapTracker(recheck: () => void): (element: Element) => Stacked {
  const looks = new Map<Element, Looked | undefined>()
  let arrivals = 0
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

  /** @param last the look before, where the page may be the same but for where it lies */
  function look({ target, visible, isShaped }: Shown, last: Looked | undefined): Looked {
    const others = othersAt(target)
    const onScreen = overlapOf(visible, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
    const layout = layoutOf(onScreen, others.map(rectOf))
    const isDoubtful = others.length > 0 || isShaped
    const isSeen = last?.layout === layout ? last.isSeen : !isDoubtful || isSeenIn(target, onScreen)
    return { at: performance.now(), visible, isSeen, others, layout, arrivals }
  }

  function isSeenIn(target: Element, { left, top, right, bottom }: Box): boolean {
    // Of what is not on screen, hit tests tell nothing.
    if (right <= left || bottom <= top) return true
    const isPicture = (element: Element) => looks.has(element)
    return places.some(at => isSeenAt(target, isPicture, left + at * (right - left), top + at * (bottom - top)))
  }

  function isAsItWas({ others }: Looked, { target, isChanged, shifting }: Shown): boolean {
    return (
      !isChanged &&
      !isWithinAny(target, shifting) &&
      others.every(other => looks.has(other) && !isWithinAny(other, shifting))
    )
  }

  function isDue(last: Looked, { visible }: Shown): boolean {
    return last.arrivals !== arrivals || (!isEqual(last.visible, visible) && performance.now() - last.at >= TRUST)
  }

  return element => {
    looks.set(element, undefined)
    arrivals++
    return {
      isVisible: shown => {
        const before = looks.get(element)
        const last = before && isAsItWas(before, shown) ? before : undefined
        if (last && !isDue(last, shown)) return last.isSeen
        const now = look(shown, last)
        looks.set(element, now)
        if (now.others.some(other => !before?.others.includes(other))) {
          arrivals++
          recheck()
        }
        return now.isSeen
      },
      remove: () => looks.delete(element),
    }
  }
}

/** By sizes and distances, in whole pixels: the same wherever a scroll takes all of it. */
function layoutOf({ left, top, right, bottom }: Box, others: Box[]): string {
  const distances = others.flatMap(other => [
    other.left - left,
    other.top - top,
    other.right - left,
    other.bottom - top,
  ])
  return [right - left, bottom - top, ...distances].map(Math.round).join()
}

/** How much two boxes share, of the smaller one. */
function shareOf(a: Box, b: Box): number {
  return areaOf(overlapOf(a, b)) / Math.min(areaOf(a), areaOf(b))
}

function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}

function isEqual(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}
