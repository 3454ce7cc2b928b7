import { isHtmlElement } from '../dom/element-type.ts'
import type { Finder } from './picture.ts'

/** `<img>`, alone or in `<picture>`: `src` is not what a browser picks from srcset, so `currentSrc` tells. */
export const findImg: Finder = element => {
  if (!isHtmlElement(element, 'img')) return undefined
  // Between two pictures an image shows neither.
  if (!element.complete) return { skipped: 'not_loaded' }
  // A broken or empty one shows its background.
  if (element.naturalWidth === 0) return undefined
  return { key: element.currentSrc, url: element.currentSrc, drawable: element }
}
