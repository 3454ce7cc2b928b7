import { isHtmlElement } from '../dom/element-type.ts'
import { rectOf, unclobbered } from '../dom/unclobbered.ts'

/** Of what is covered so far by another picture, only a rim can be seen. */
const MOST = 0.8
/** The page's own background has a page full of pictures over it: the first few tell. */
const FEW = 4

/** Whether a picture in an element lies over the element's own, as over a placeholder or a blurred copy. */
export function isCoveredByPicture(element: Element): boolean {
  const box = rectOf(element)
  return [...unclobbered(element).querySelectorAll('img, video, canvas')].slice(0, FEW).some(inner => {
    const isBroken = isHtmlElement(inner, 'img') && inner.complete && inner.naturalWidth === 0
    return !isBroken && isSeen(inner) && shareOf(box, rectOf(inner)) >= MOST
  })
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}

function shareOf(box: DOMRect, inner: DOMRect): number {
  const width = Math.min(box.right, inner.right) - Math.max(box.left, inner.left)
  const height = Math.min(box.bottom, inner.bottom) - Math.max(box.top, inner.top)
  return (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height)
}
