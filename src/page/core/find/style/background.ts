import type { BoxSize } from '../../dom/box.ts'
import type { FoundPicture, Skipped, StyleFinder } from '../picture.ts'
import { itemsOf, urlIn } from './css-image.ts'
import { whyNotWhole } from './part-shown.ts'

/** `background-image`; its first layer is the topmost. */
export const findBackground: StyleFinder = (style, size) => findLayer(style, 'background', size)

/** The topmost picture in the layers of a background or a mask. */
export function findLayer(
  style: CSSStyleDeclaration,
  property: 'background' | 'mask',
  size: () => BoxSize,
): FoundPicture | Skipped | undefined {
  const list = style.getPropertyValue(`${property}-image`)
  if (list === 'none' || list === '') return undefined
  const urls = itemsOf(list).map(item => urlIn(item))
  const top = urls.findIndex(url => url !== '')
  if (top < 0) return { skipped: 'gradient' }
  const skipped = whyNotWhole(style, property, top, size)
  const url = urls[top] ?? ''
  return skipped ? { skipped } : { key: url, url }
}
