import { areaOf, areTouching, type Box, isEmpty, overlapOf, shorterSideOf } from '../../dom/box.ts'
import { type Clip, clipOf } from '../../dom/clipping.ts'
import { FILTER_ACCEPT, FILTER_REJECT, SHOW_ELEMENT, SHOW_TEXT } from '../../dom/constants.ts'
import { isElement } from '../../dom/element-type.ts'
import { shadowRootOf } from '../../dom/shadow-root.ts'
import { rectOf, unclobbered } from '../../dom/unclobbered.ts'
import { MAX_CONTROL_SHARE } from './elements-above.ts'
import { pseudoBoxOf } from './pseudo-box.ts'

/** Nodes examined for one element. A page may have thousands in a card. */
const MAX_NODES = 300
/** Ancestors up to this many times as large as an element are its card or banner, whose text may lie on it. */
const MAX_GROWTH = 3
/** Anything thinner cannot be read. */
const MIN_SIDE_PX = 3
const CONTROLS = 'button, input, select, svg, img, canvas, video, [role="button"]'
const SEEN = { opacityProperty: true, visibilityProperty: true }

/**
 * Where an element's picture has text or controls of the page on it, even such as hit tests do not find: the element's own
 * text, and labels that let the pointer through.
 * @returns boxes in pixels of the viewport, from the nearest relatives of the element outwards
 */
function contentBoxesOn(target: Element): Box[] {
  const own = rectOf(target)
  const boxes: Box[] = []
  const clips = new Map<Element, Clip>()
  const range = document.createRange()
  let left = MAX_NODES

  function add(box: Box, parent: Element): void {
    if (isEmpty(overlapOf(box, own))) return
    const { clippers } = clipOf(parent, clips)
    // Words for screen readers alone are clipped to a pixel by their own element.
    const isClipper = getComputedStyle(parent).overflow !== 'visible'
    const seen = [...clippers, ...(isClipper ? [parent] : [])].map<Box>(rectOf).reduce(overlapOf, box)
    if (shorterSideOf(seen) > MIN_SIDE_PX) boxes.push(seen)
  }

  /** @param box of something that is a control only if it is much smaller than the element */
  function addControl(box: Box | undefined, element: Element): void {
    if (box && areaOf(box) < MAX_CONTROL_SHARE * areaOf(own)) add(box, element)
  }

  function examine(node: Node): void {
    if (isElement(node)) {
      const { localName } = unclobbered(node)
      const inner = localName.includes('-') ? shadowRootOf(node) : undefined
      if (inner) walk(inner)
      if (node !== target && unclobbered(node).matches(CONTROLS)) addControl(rectOf(node), node)
    } else if ((node as Text).data.trim() && node.parentElement?.checkVisibility(SEEN)) {
      range.selectNode(node)
      for (const line of range.getClientRects()) add(line, node.parentElement)
    }
  }

  function walk(root: Node, walked?: Node): void {
    const accept = (node: Node) => (node === walked ? FILTER_REJECT : FILTER_ACCEPT)
    const walker = document.createTreeWalker(root, SHOW_ELEMENT | SHOW_TEXT, accept)
    while (left-- > 0 && walker.nextNode()) examine(walker.currentNode)
  }

  let walked: Node | undefined
  for (let node: Node | null = target; node && left > 0; ) {
    if (isElement(node)) {
      if (areaOf(rectOf(node)) > MAX_GROWTH * areaOf(own)) break
      addControl(pseudoBoxOf(node, '::before'), node)
      addControl(pseudoBoxOf(node, '::after'), node)
    }
    walk(node, walked)
    walked = node
    node = unclobbered(node).parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  }
  return boxes
}

/**
 * Prepares to check spots on an element, in each frame.
 * @returns measures what the page has on the element, anew only if it is stale, and returns whether a spot would touch that
 */
export function createContentCheck(target: Element): (isStale: boolean) => (spot: Box) => boolean {
  let known: { boxes: Box[]; own: DOMRect } | undefined
  return isStale => {
    const own = rectOf(target)
    const isResized = known?.own.width !== own.width || known.own.height !== own.height
    if (!known || isStale || isResized) known = { boxes: contentBoxesOn(target), own }
    const { boxes, own: before } = known
    const [x, y] = [before.left - own.left, before.top - own.top]
    return ({ left, top, right, bottom }) => {
      const spot = { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
      return boxes.some(box => areTouching(box, spot))
    }
  }
}
