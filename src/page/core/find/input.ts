import { isHtmlElement } from '../dom/element-type.ts'
import type { Finder } from './picture.ts'

/** `<input type="image">`: a button that is a picture. */
export const findInput: Finder = element =>
  isHtmlElement(element, 'input') && element.type === 'image' && element.src
    ? { key: element.src, url: element.src }
    : undefined
