import { shadowRootOf } from '../dom/shadow-root.ts'
import { isAt, rectOf, unclobbered } from '../dom/unclobbered.ts'
import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { SkipReason } from './kinds.ts'
import { isSmall, type Picture } from './picture.ts'

/** How many elements at one point are examined. A page may stack thousands. */
const MAX_ELEMENTS = 100
/** How many of the topmost elements are searched for pictures that let the pointer pass through. */
const SEARCHED_COUNT = 3
/** Why something is skipped that is a picture all the same to whoever looks at it. */
const SEEN: SkipReason[] = ['sprite', 'moving', 'blank']

/**
 * The page's elements at a point of the viewport, top to bottom, including those in shadow roots; without the root element
 * and the body.
 */
export function elementsAt(x: number, y: number, root: Document | ShadowRoot = document): Element[] {
  return root
    .elementsFromPoint(x, y)
    .slice(0, MAX_ELEMENTS)
    .flatMap(element => {
      // A shadow root also returns elements around it.
      const isRoot = element === document.body || element === document.documentElement
      if (isRoot || unclobbered(element).localName === OVERLAY_NAME || !root.contains(element)) return []
      const inner = shadowRootOf(element)
      return inner ? [...elementsAt(x, y, inner), element] : [element]
    })
}

/**
 * The topmost picture at a point, or else the topmost thing there that looks like one, which only a crop of the screen can
 * read.
 * @param elements the elements at the point, top to bottom
 */
export function pictureAt(elements: Element[], x: number, y: number): Picture | undefined {
  const known = pictureAmong(elements, x, y)
  const seen = known ? undefined : elements.find(element => looksLikePicture(element) && !isSmall(rectOf(element)))
  return known ?? (seen && seenIn(seen))
}

/** A picture of which nothing is known but where it is seen, and perhaps its URL. */
export function seenIn(element: Element, url = ''): Picture {
  return { element, kind: 'seen', key: url, url }
}

function looksLikePicture(element: Element): boolean {
  const found = findPicture(element)
  return element.localName === 'svg' || (found !== undefined && 'skipped' in found && SEEN.includes(found.skipped))
}

function pictureAmong(elements: Element[], x: number, y: number): Picture | undefined {
  for (const [i, element] of elements.entries()) {
    const inner = i < SEARCHED_COUNT ? [...unclobbered(element).querySelectorAll(PICTURE_ELEMENTS)] : []
    for (const candidate of [element, ...inner.filter(inner => isAt(inner, x, y))]) {
      const found = findPicture(candidate)
      if (found && 'key' in found) return found
    }
  }
  return undefined
}
