import { shadowRootOf } from '../dom/shadow-root.ts'
import { isAt, unclobbered } from '../dom/unclobbered.ts'
import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { Picture } from './picture.ts'

/** How many elements at one point are examined. A page may stack thousands. */
const MAX_ELEMENTS = 100
/** How many of the topmost elements are searched for pictures that let the pointer pass through. */
const SEARCHED_COUNT = 3

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
 * The topmost picture at a point.
 * @param elements the elements at the point, top to bottom
 */
export function pictureAmong(elements: Element[], x: number, y: number): Picture | undefined {
  for (const [i, element] of elements.entries()) {
    const inner = i < SEARCHED_COUNT ? [...unclobbered(element).querySelectorAll(PICTURE_ELEMENTS)] : []
    for (const candidate of [element, ...inner.filter(inner => isAt(inner, x, y))]) {
      const found = findPicture(candidate)
      if (found && 'key' in found) return found
    }
  }
  return undefined
}
