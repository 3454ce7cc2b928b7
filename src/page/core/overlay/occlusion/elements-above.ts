import { areaOf, type Box, overlapOf } from '../../dom/box.ts'
import { parentOf } from '../../dom/clipping.ts'
import { shadowRootOf } from '../../dom/shadow-root.ts'
import { isAt, rectOf, unclobbered } from '../../dom/unclobbered.ts'
import { OVERLAY_NAME } from '../overlay-name.ts'

/** Whatever covers more than this share of an element is a link or a scrim over all of it. Anything else is a control. */
export const MAX_CONTROL_SHARE = 0.5

/** Something that the page places over part of an element. */
export type Occluder =
  /** A sticky header, a drawer or a dialog: it lies over the whole page, not just this element. */
  | { kind: 'fixed-layer'; element: Element }
  /** A button, a label or the like on the element, or something that reaches over a part of it. */
  | { kind: 'control'; element: Element }

/**
 * What covers an element at a point of the viewport; undefined if nothing does, or if it covers the whole element as a link
 * does.
 */
export function aboveAt(target: Element, x: number, y: number): Occluder | undefined {
  const above = topmostAt(target, x, y)
  const seen = retarget(target, above)
  if (!above || above === seen || unclobbered(above).contains(seen) || unclobbered(seen).contains(above))
    return undefined
  for (
    let node: Element | null = innermostAt(above, x, y);
    node && !unclobbered(node).contains(seen);
    node = parentOf(node)
  )
    if (isFixedLayer(node)) return { kind: 'fixed-layer', element: node }
  // A small link that is hit outside of its box is stretched over the whole element by a pseudo-element.
  if (!isAt(above, x, y)) return undefined
  const own = rectOf(target)
  const covered = areaOf(overlapOf(rectOf(above), own)) / areaOf(own)
  return covered < MAX_CONTROL_SHARE ? { kind: 'control', element: above } : undefined
}

/** The innermost element at a point that is in the shadow trees of another: a header may be a component. */
function innermostAt(host: Element, x: number, y: number): Element {
  const root = shadowRootOf(host)
  const inner = root?.elementFromPoint(x, y)
  return inner && inner !== host && root?.contains(inner) ? innermostAt(inner, x, y) : host
}

/** The part of an element's box that fixed headers, footers and the like do not cover; may be empty. */
export function cutOffFixedLayers(target: Element, { left, top, right, bottom }: Box): Box {
  const x = (left + right) / 2
  const header = fixedLayerAt(target, x, Math.max(0, top) + 1)
  const footer = fixedLayerAt(target, x, Math.min(innerHeight, bottom) - 1)
  return { left, right, top: Math.max(top, header?.bottom ?? top), bottom: Math.min(bottom, footer?.top ?? bottom) }
}

function fixedLayerAt(target: Element, x: number, y: number): DOMRect | undefined {
  const above = aboveAt(target, x, y)
  return above?.kind === 'fixed-layer' ? rectOf(above.element) : undefined
}

/**
 * The topmost element of the page at a point; in the target's own tree, if that has one there. All elements at a point cost
 * several times as much as the first, which is the overlay only where a card lies.
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

/** An element as another element's tree sees it. Of a shadow tree, for example, the document sees only the host. */
function retarget(element: Element, other: Element | null | undefined): Element {
  const root = unclobbered(element).getRootNode()
  const isForeign = root instanceof ShadowRoot && root !== (other && unclobbered(other).getRootNode())
  return isForeign ? retarget(root.host, other) : element
}

function isFixedLayer(element: Element): boolean {
  if (unclobbered(element).matches('dialog[open], :popover-open')) return true
  const { position } = getComputedStyle(element)
  return position === 'fixed' || position === 'sticky'
}
