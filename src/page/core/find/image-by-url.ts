import { isHtmlElement } from '../dom/element-type.ts'
import { shadowRootOf } from '../dom/shadow-root.ts'
import { rectOf, unclobbered } from '../dom/unclobbered.ts'
import { findPicture, PICTURE_ELEMENTS } from './find-picture.ts'
import type { Picture } from './picture.ts'

/**
 * The element of a URL that a person means by a right click: the one that was clicked, else the one under the pointer, else
 * the one nearest to the middle of the screen. `undefined` where none is on the page. The browser names no URL for
 * backgrounds and canvases, so only elements made for pictures are looked at.
 * @param clicked the elements at the click, where it was seen
 */
export function locateImage(srcUrl: string, clicked: Element[]): Element | undefined {
  const images = deepIn(document).filter(element => namesOf(element).includes(srcUrl))
  return (
    images.find(image => clicked.includes(image)) ??
    images.find(image => image.matches(':hover')) ??
    images.sort((a, b) => offCentre(a) - offCentre(b))[0]
  )
}

/** What an element shows, if that can be seen. */
export function pictureOf(element: Element | undefined): Picture | undefined {
  const look = element && findPicture(element)
  return look && 'key' in look ? look : undefined
}

/** A broken image is meant too: the answer is why. */
function namesOf(element: Element): string[] {
  const broken = isHtmlElement(element, 'img') ? [element.currentSrc, element.src] : []
  return [...broken, pictureOf(element)?.url ?? '']
}

/** Those in shadow roots too: a walk through the whole page, for a person's question alone. */
function deepIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap(element => {
    if (unclobbered(element).matches(PICTURE_ELEMENTS)) return [element]
    const inner = shadowRootOf(element)
    return inner ? deepIn(inner) : []
  })
}

function offCentre(element: Element): number {
  const { x, y, width, height } = rectOf(element)
  return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2)
}
