import { isHtmlElement } from '../dom/element-type.ts'
import type { Finder } from './picture.ts'

/** By the extension of the path, or by the type of a `data:` URL. */
const IMAGE_FILE = /^(?!data:)[^?#]*\.(?:avif|bmp|gif|jpe?g|png|svg|webp)(?:[?#]|$)|^data:image\//i

/** `<object>` and `<embed>` with an image file. Nothing tells whether it has loaded, but a fallback shows that it has not. */
export const findObject: Finder = element => {
  const isObject = isHtmlElement(element, 'object')
  if (!isObject && !isHtmlElement(element, 'embed')) return undefined
  const url = isObject ? element.data : element.src
  const isImage = element.type ? /^image\//i.test(element.type) : IMAGE_FILE.test(url)
  if (!url || !isImage || element.querySelector(':scope > :not(param)')?.checkVisibility()) return undefined
  return { key: url, url }
}
