import { OVERLAY } from './overlay-name.ts'
import type { Box } from './visible-part.ts'

/** What headers, footers and the like that float over the page leave of an element's box; its height may be negative. */
export function uncovered(target: Element, { left, top, right, bottom }: Box): Box {
  const x = (left + right) / 2
  const header = floatingOver(target, x, Math.max(0, top) + 1)?.getBoundingClientRect()
  const footer = floatingOver(target, x, Math.min(innerHeight, bottom) - 1)?.getBoundingClientRect()
  return { left, right, top: Math.max(top, header?.bottom ?? top), bottom: Math.min(bottom, footer?.top ?? bottom) }
}

/**
 * What floats over the page at a point of an element, such as a sticky header, a drawer or a dialogue; undefined where
 * nothing does. Links and captions that a shop lays over its pictures do not count.
 * @param x pixels of the viewport
 * @param y pixels of the viewport
 */
export function floatingOver(target: Element, x: number, y: number): Element | undefined {
  const above = topmostAt(x, y)
  const seen = inDocument(target)
  if (!above || above === seen || above.contains(seen) || seen.contains(above)) return undefined
  for (let node: Element | null = above; node && !node.contains(seen); node = node.parentElement)
    if (floats(node)) return node
  return undefined
}

/** All elements at a point cost several times as much as the first one, which is ours only now and then. */
function topmostAt(x: number, y: number): Element | null | undefined {
  const first = document.elementFromPoint(x, y)
  return first?.localName === OVERLAY
    ? document.elementsFromPoint(x, y).find(element => element.localName !== OVERLAY)
    : first
}

/** Of what is in a shadow root the document knows the host alone. */
function inDocument(element: Element): Element {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? inDocument(root.host) : element
}

function floats(element: Element): boolean {
  if (element.matches('dialog[open], :popover-open')) return true
  const { position } = getComputedStyle(element)
  return position === 'fixed' || position === 'sticky'
}
