import { type Finder, MIN_SIDE_PX, type Size } from '../picture.ts'
import { findInStyle } from './in-style.ts'

export const findBefore: Finder = element => inPseudo(element, '::before')
export const findAfter: Finder = element => inPseudo(element, '::after')

/** What a pseudo-element shows. Its box has no rectangle, but its computed size is the one in use. */
function inPseudo(element: Element, pseudo: '::before' | '::after'): ReturnType<Finder> {
  const style = getComputedStyle(element, pseudo)
  if (style.content === 'none' || style.content === 'normal') return undefined
  const box: Size = { width: Number.parseFloat(style.width), height: Number.parseFloat(style.height) }
  const found = findInStyle(style, () => box)?.found
  // An inline one has `auto`, and with `content: url()` the size of its picture.
  return found && !('skipped' in found) && Math.min(box.width, box.height) < MIN_SIDE_PX ? { skipped: 'small' } : found
}
