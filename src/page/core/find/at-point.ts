import { shadowRootOf } from '../dom/shadow-root.ts'
import { isAt, unclobbered } from '../dom/unclobbered.ts'
import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { Picture } from './picture.ts'

/** Elements at a point that are looked at: a page may lay them on each other by the thousand. */
const MOST = 100
/** So many of the topmost elements are searched for pictures that the page lets the pointer pass through. */
const NEAREST = 3

/** The page's elements at a point of the viewport, from the top down, with those in shadow roots; not the page as a whole. */
export function elementsAt(x: number, y: number, root: Document | ShadowRoot = document): Element[] {
  return root
    .elementsFromPoint(x, y)
    .slice(0, MOST)
    .flatMap(element => {
      // A shadow root also tells of what is around it.
      const isWhole = element === document.body || element === document.documentElement
      if (isWhole || unclobbered(element).localName === OVERLAY_NAME || !root.contains(element)) return []
      const inner = shadowRootOf(element)
      return inner ? [...elementsAt(x, y, inner), element] : [element]
    })
}

/**
 * The topmost picture at a point.
 * @param elements those at the point, from the top down
 */
export function pictureAmong(elements: Element[], x: number, y: number): Picture | undefined {
  for (const [i, element] of elements.entries()) {
    const passedBy =
      i < NEAREST ? [...unclobbered(element).querySelectorAll(PICTURE_ELEMENTS)].filter(inner => isAt(inner, x, y)) : []
    for (const candidate of [element, ...passedBy]) {
      const look = findPicture(candidate)
      if (look && 'key' in look) return look
    }
  }
  return undefined
}
