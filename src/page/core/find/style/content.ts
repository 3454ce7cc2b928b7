import type { StyleFinder } from '../picture.ts'
import { itemsOf, urlIn } from './css-image.ts'

/** `content: url(…)`, which replaces the content of an element or pseudo-element by a picture. */
export const findContent: StyleFinder = ({ content }) => {
  if (!content.includes('url(')) return undefined
  const url = urlIn(itemsOf(content)[0] ?? '')
  return url ? { key: url, url } : undefined
}
