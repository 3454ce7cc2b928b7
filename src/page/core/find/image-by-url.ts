import { isHtmlElement } from '../dom/element-type.ts'
import { shadowRootOf } from '../dom/shadow-root.ts'
import { rectOf, unclobbered } from '../dom/unclobbered.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { Picture } from './picture.ts'

/**
 * Finds the element with this URL that the user has right-clicked: the one at the click, or else the one under the pointer, or
 * else the one nearest to the middle of the screen; undefined if the page has none. Examines only elements made for pictures,
 * because the browser gives no URL for others.
 * @param clicked the elements at the click; empty if no click was recorded
 */
export function locateImage(srcUrl: string, clicked: Element[]): Element | undefined {
  const images = pictureElementsIn(document).filter(element => urlsOf(element).includes(srcUrl))
  return (
    images.find(image => clicked.includes(image)) ??
    images.find(image => image.matches(':hover')) ??
    images.sort((a, b) => distanceFromCentre(a) - distanceFromCentre(b))[0]
  )
}

/** The innermost element under the pointer, where no click was recorded; undefined over a frame or outside of all elements. */
export function hoveredElement(): Element | undefined {
  const hovered = [...document.querySelectorAll(':hover')].at(-1)
  return hovered?.matches('html, body, iframe') ? undefined : hovered
}

/** What an element shows, if that is a picture. */
export function pictureOf(element: Element | undefined): Picture | undefined {
  const found = element && findPicture(element)
  return found && 'key' in found ? found : undefined
}

/** The pictures in elements that are made for pictures, in the order of the page. */
export function picturesInPage(): Picture[] {
  return pictureElementsIn(document)
    .map(pictureOf)
    .filter(picture => picture !== undefined)
}

/** The URLs of an image, even of a broken one, whose answer says why it cannot be read. */
function urlsOf(element: Element): string[] {
  const urls = isHtmlElement(element, 'img') ? [element.currentSrc, element.src] : []
  return [...urls, pictureOf(element)?.url ?? '']
}

/** All picture elements, including those in shadow roots. Traverses the whole page, which only the user's request justifies. */
function pictureElementsIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap(element => {
    if (unclobbered(element).matches(PICTURE_ELEMENTS)) return [element]
    const inner = shadowRootOf(element)
    return inner ? pictureElementsIn(inner) : []
  })
}

function distanceFromCentre(element: Element): number {
  const { x, y, width, height } = rectOf(element)
  return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2)
}
