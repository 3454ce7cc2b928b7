import type { BoxSize } from '../../dom/box.ts'
import { type Finder, isSmall } from '../picture.ts'
import { findContent } from './content.ts'
import { findInStyle } from './in-style.ts'

export const findBefore: Finder = element => findInPseudo(element, '::before')
export const findAfter: Finder = element => findInPseudo(element, '::after')

/** A pseudo-element has no rectangle that scripts can read, but its computed size is the one in use. */
function findInPseudo(element: Element, pseudo: '::before' | '::after'): ReturnType<Finder> {
  const style = getComputedStyle(element, pseudo)
  const { content } = style
  if (content === 'none' || content === 'normal') return undefined
  const size: BoxSize = { width: Number.parseFloat(style.width), height: Number.parseFloat(style.height) }
  const found = findContent(style, () => size) ?? findInStyle(style, () => size)?.found
  // The size of an inline pseudo-element is `auto`: with `content: url()` it has the size of its picture.
  return found && !('skipped' in found) && isSmall(size) ? { skipped: 'small' } : found
}
