import type { Shown, Size, Skipped, StyleFinder } from '../picture.ts'
import { itemsOf, urlIn } from './css-image.ts'
import { whyNotWhole } from './part-shown.ts'

/** `background-image`, of which the layer that comes first lies on top. */
export const findBackground: StyleFinder = (style, box) => findLayer(style, 'background', box)

/** The top picture in the layers of a background or a mask. */
export function findLayer(
  style: CSSStyleDeclaration,
  property: 'background' | 'mask',
  box: () => Size,
): Shown | Skipped | undefined {
  const list = style.getPropertyValue(`${property}-image`)
  if (list === 'none' || list === '') return undefined
  const urls = itemsOf(list).map(item => urlIn(item))
  const top = urls.findIndex(url => url !== '')
  if (top < 0) return { skipped: 'gradient' }
  const skipped = whyNotWhole(style, property, top, box)
  const url = urls[top] ?? ''
  return skipped ? { skipped } : { key: url, url }
}
