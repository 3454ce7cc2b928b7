import { parentOf } from '../../dom/clipping.ts'
import { DOCUMENT_POSITION_FOLLOWING } from '../../dom/constants.ts'

/** In the normal flow: above a negative z-index, and below whatever is positioned. */
const IN_FLOW = -0.5

/**
 * Compares two elements by what is painted above, for a sort from top to bottom. Goes by z-index and document order, for
 * elements that no hit test finds. (https://www.w3.org/TR/css-position-4/#painting-order)
 */
export function byPaintOrder(a: Element, b: Element): number {
  const isAfter = a.compareDocumentPosition(b) & DOCUMENT_POSITION_FOLLOWING
  return levelBelow(b, a) - levelBelow(a, b) || (isAfter ? 1 : -1)
}

/** The level of an element within its nearest common ancestor with another: that of its outermost stacking context there. */
function levelBelow(element: Element, other: Element): number {
  let level = IN_FLOW
  for (let node: Element | null = element; node && !node.contains(other); node = parentOf(node)) {
    const { position, zIndex, opacity, transform } = getComputedStyle(node)
    if (zIndex !== 'auto') level = Number(zIndex)
    else if (opacity !== '1' || transform !== 'none') level = 0
    // Positioned without a z-index, it is no stacking context: what is in it keeps its own level.
    else if (position !== 'static' && level === IN_FLOW) level = 0
  }
  return level
}
