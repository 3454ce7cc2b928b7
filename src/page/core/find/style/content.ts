import type { StyleFinder } from '../picture.ts'
import { itemsOf, urlIn } from './css-image.ts'

/** `content: url(…)`, which shows a picture in the place of what an element or pseudo-element has in it. */
export const findContent: StyleFinder = ({ content }) => {
  if (!content.includes('url(')) return undefined
  const url = urlIn(itemsOf(content)[0] ?? '')
  return url ? { key: url, url } : undefined
}
