import type { Finder } from './picture.ts'

/** `<input type="image">`: a button that is a picture. */
export const findInput: Finder = element =>
  element instanceof HTMLInputElement && element.type === 'image' && element.src
    ? { key: element.src, url: element.src }
    : undefined
