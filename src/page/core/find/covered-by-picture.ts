import { areaOf, overlapOf } from '../dom/box.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { rectOf, unclobbered } from '../dom/unclobbered.ts'

/** If a picture covers at least this share of another, only a rim of the other is visible. */
const MIN_COVERED_SHARE = 0.8
/** The page's own background has a page full of pictures over it: the first few tell. */
const MAX_EXAMINED = 4

/** Whether a picture in an element covers the element's own, such as a placeholder or a blurred copy. */
export function isCoveredByPicture(element: Element): boolean {
  const box = rectOf(element)
  return [...unclobbered(element).querySelectorAll('img, video, canvas')].slice(0, MAX_EXAMINED).some(inner => {
    const isBroken = isHtmlElement(inner, 'img') && inner.complete && inner.naturalWidth === 0
    return !isBroken && isVisible(inner) && areaOf(overlapOf(box, rectOf(inner))) / areaOf(box) >= MIN_COVERED_SHARE
  })
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}
