import { areEqual, type Box, isEmpty, overlapOf } from '../../dom/box.ts'
import { rectOf } from '../../dom/unclobbered.ts'
import type { AnchorTarget } from '../placement.ts'
import { isWithinAny } from '../transitions.ts'
import { outdatedCount } from './hit-test.ts'
import { layoutKey, overlapShare } from './overlap.ts'
import { isSeenAt } from './topmost-picture.ts'

/** If another picture covers at least this share of a picture, only a rim of it is visible. */
const MIN_SHARE = 0.8
/** How long a result is reused while things move. */
const REUSE_MS = 90
/** Test points along the diagonal, as shares of the sides. Of two pictures that half overlap, both count as seen. */
const TEST_POINTS = [0.5, 0.25, 0.75]

/** A picture that may cover others, or be covered. */
interface TrackedPicture {
  /** Whether the picture can be seen. */
  isVisible(target: AnchorTarget): boolean
  remove(): void
}

/** The last examination of a picture. */
interface Result {
  at: number
  visible: Box
  isVisible: boolean
  /** Pictures that were in the same place. */
  others: Element[]
  /** How all of them lay in relation to each other. */
  layout: string
  /** Value of `arrivalCount` at that time. */
  arrivalCount: number
}

/**
 * Tracks pictures that lie in the same place, like the two of a product card that are swapped under the pointer: only one of
 * them is seen. Hit tests are expensive, so they are made only where boxes or styles give a reason to doubt.
 * @param recheck called when a picture has moved to the place of another, and while a result is outdated
 * @returns adds an element
 */
export function createOverlapTracker(recheck: () => void): (element: Element) => TrackedPicture {
  const results = new Map<Element, Result | undefined>()
  /** Pictures that have been added, or have moved to the place of another. */
  let arrivalCount = 0
  let rects = new Map<Element, DOMRect>()
  let measuredFrame: CSSNumberish | null = null

  /** Measured once a frame, in which nothing is written until all boxes are known. */
  function measuredRects(): Map<Element, DOMRect> {
    if (measuredFrame !== document.timeline.currentTime) {
      measuredFrame = document.timeline.currentTime
      rects = new Map([...results.keys()].map(element => [element, rectOf(element)]))
    }
    return rects
  }

  /** Compares whole boxes, so that of two pictures each finds the other. */
  function othersAt(target: Element): Element[] {
    const box = rectOf(target)
    return [...measuredRects()].flatMap(([element, rect]) =>
      element !== target && results.has(element) && overlapShare(box, rect) >= MIN_SHARE ? [element] : [],
    )
  }

  /** @param last the result before, if nothing but the position may have changed */
  function examine({ element, visible, isShaped }: AnchorTarget, last: Result | undefined): Result {
    const others = othersAt(element)
    const onScreen = overlapOf(visible, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })
    const layout = layoutKey(onScreen, others.map(rectOf))
    const isDoubtful = others.length > 0 || isShaped
    const isVisible = last?.layout === layout ? last.isVisible : !isDoubtful || isSeenIn(element, others, onScreen)
    return { at: performance.now(), visible, isVisible, others, layout, arrivalCount }
  }

  function isSeenIn(target: Element, others: Element[], onScreen: Box): boolean {
    // Hit tests tell nothing of what is off screen.
    if (isEmpty(onScreen)) return true
    const { left, top, right, bottom } = onScreen
    const isPicture = (element: Element) => results.has(element)
    return TEST_POINTS.some(at =>
      isSeenAt(target, others, isPicture, left + at * (right - left), top + at * (bottom - top)),
    )
  }

  function isUnchanged({ others }: Result, { element, isChanged, moving }: AnchorTarget): boolean {
    if (isChanged || isWithinAny(element, moving)) return false
    return others.every(other => results.has(other) && !isWithinAny(other, moving))
  }

  function isDue(last: Result, { visible }: AnchorTarget): boolean {
    const hasMoved = !areEqual(last.visible, visible)
    return last.arrivalCount !== arrivalCount || (hasMoved && performance.now() - last.at >= REUSE_MS)
  }

  return element => {
    results.set(element, undefined)
    arrivalCount++
    return {
      isVisible: target => {
        const before = results.get(element)
        const last = before && isUnchanged(before, target) ? before : undefined
        if (last && !isDue(last, target)) return last.isVisible
        const countBefore = outdatedCount
        const now = examine(target, last)
        // Forgets what was found before the page changed, so that the next layout examines it again.
        const isOutdated = outdatedCount !== countBefore
        results.set(element, isOutdated ? undefined : now)
        if (isOutdated || now.others.some(other => !before?.others.includes(other))) {
          arrivalCount++
          recheck()
        }
        return now.isVisible
      },
      remove: () => results.delete(element),
    }
  }
}
