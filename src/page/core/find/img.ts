import { isHtmlElement } from '../dom/element-type.ts'
import type { Finder } from './picture.ts'

/** `<img>`, alone or in `<picture>`. `currentSrc` is what the browser has picked from `srcset`; `src` may differ. */
export const findImg: Finder = element => {
  if (!isHtmlElement(element, 'img')) return undefined
  // An image that changes its source shows neither the old picture nor the new one.
  if (!element.complete) return { skipped: 'not_loaded' }
  // A broken or empty image shows its background.
  if (element.naturalWidth === 0) return undefined
  return { key: element.currentSrc, url: element.currentSrc, drawable: element }
}
