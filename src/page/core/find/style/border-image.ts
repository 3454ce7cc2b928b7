import type { StyleFinder } from '../picture.ts'
import { urlIn } from './css-image.ts'

/** `border-image-source`. Without `fill` only the edges of the picture show. */
export const findBorderImage: StyleFinder = style => {
  if (style.borderImageSource === 'none') return undefined
  const url = urlIn(style.borderImageSource)
  if (!url) return undefined
  return style.borderImageSlice.includes('fill') ? { key: url, url } : { skipped: 'sprite' }
}
