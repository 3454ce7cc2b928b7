import { isHtmlElement } from '../dom/element-type.ts'
import { shadowRootOf } from '../dom/shadow-root.ts'
import { rectOf, unclobbered } from '../dom/unclobbered.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { Picture } from './picture.ts'

/**
 * The element with this URL that a person has right-clicked: the one at the click, else the one under the pointer, else the
 * one nearest to the middle of the screen; undefined if the page has none. Only elements made for pictures are examined,
 * because the browser gives no URL for others.
 * @param clicked the elements at the click, if it was seen
 */
export function locateImage(srcUrl: string, clicked: Element[]): Element | undefined {
  const images = pictureElementsIn(document).filter(element => urlsOf(element).includes(srcUrl))
  return (
    images.find(image => clicked.includes(image)) ??
    images.find(image => image.matches(':hover')) ??
    images.sort((a, b) => distanceFromCentre(a) - distanceFromCentre(b))[0]
  )
}

/** What an element shows, if that is a picture. */
export function pictureOf(element: Element | undefined): Picture | undefined {
  const found = element && findPicture(element)
  return found && 'key' in found ? found : undefined
}

/** Includes the URLs of a broken image: its answer is why there is none. */
function urlsOf(element: Element): string[] {
  const urls = isHtmlElement(element, 'img') ? [element.currentSrc, element.src] : []
  return [...urls, pictureOf(element)?.url ?? '']
}

/** Includes those in shadow roots. It traverses the whole page, which only a person's request justifies. */
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
