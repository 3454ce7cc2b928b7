import { rectOf, unclobbered } from '../../dom/unclobbered.ts'
import type { Box } from '../../dom/visible-box.ts'
import { OVERLAY_NAME } from '../overlay-name.ts'

/** More of an element than this is a link or a veil over all of it; less is a button or a label on it. Share of its area. */
const SMALL = 0.5

/** What the page lays over an element at a point. */
export type Above =
  /** A sticky header, a drawer, a dialogue: it floats over the page and not over this element alone. */
  | { kind: 'floating'; element: Element }
  /** The page's own button, label or the like on the element. */
  | { kind: 'own'; element: Element }

/**
 * What lies over an element at a point; undefined where that is nothing, or covers it all, as a link does.
 * @param x pixels of the viewport
 * @param y pixels of the viewport
 */
export function aboveAt(target: Element, x: number, y: number): Above | undefined {
  const above = topmostAt(target, x, y)
  const seen = inTree(target, above)
  if (!above || above === seen || unclobbered(above).contains(seen) || unclobbered(seen).contains(above))
    return undefined
  for (
    let node: Element | null = above;
    node && !unclobbered(node).contains(seen);
    node = unclobbered(node).parentElement
  )
    if (floats(node)) return { kind: 'floating', element: node }
  return areaOf(above) < SMALL * areaOf(target) ? { kind: 'own', element: above } : undefined
}

/** What headers, footers and the like that float over the page leave of an element's box; its height may be negative. */
export function uncovered(target: Element, { left, top, right, bottom }: Box): Box {
  const x = (left + right) / 2
  const header = floatingAt(target, x, Math.max(0, top) + 1)
  const footer = floatingAt(target, x, Math.min(innerHeight, bottom) - 1)
  return { left, right, top: Math.max(top, header?.bottom ?? top), bottom: Math.min(bottom, footer?.top ?? bottom) }
}

function floatingAt(target: Element, x: number, y: number): DOMRect | undefined {
  const above = aboveAt(target, x, y)
  return above?.kind === 'floating' ? rectOf(above.element) : undefined
}

/**
 * The topmost element of the page at a point: in the target's own tree, where there is one of it. All elements at a point
 * cost several times as much as the first, which is ours only where a card lies.
 */
function topmostAt(target: Element, x: number, y: number): Element | null | undefined {
  const root = unclobbered(target).getRootNode()
  const inRoot = root instanceof ShadowRoot ? root.elementFromPoint(x, y) : undefined
  if (inRoot && unclobbered(inRoot).getRootNode() === root) return inRoot
  const first = document.elementFromPoint(x, y)
  return first?.localName === OVERLAY_NAME
    ? document.elementsFromPoint(x, y).find(element => element.localName !== OVERLAY_NAME)
    : first
}

/** An element as the tree of another knows it: of what is in a shadow root, the document knows the host alone. */
function inTree(element: Element, other: Element | null | undefined): Element {
  const root = unclobbered(element).getRootNode()
  return root instanceof ShadowRoot && root !== (other && unclobbered(other).getRootNode())
    ? inTree(root.host, other)
    : element
}

function areaOf(element: Element): number {
  const { width, height } = rectOf(element)
  return width * height
}

function floats(element: Element): boolean {
  if (unclobbered(element).matches('dialog[open], :popover-open')) return true
  const { position } = getComputedStyle(element)
  return position === 'fixed' || position === 'sticky'
}
