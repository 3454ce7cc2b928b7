import { own, rectOf } from './own.ts'

/** A box in viewport pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The ancestors that may cut an element off: carousels, scrolling lists, rounded cards. The nearest comes first.
 * @param known those of ancestors that were asked for a moment ago: a page may nest without end
 */
export function clippersOf(target: Element, known = new Map<Element, Element[]>()): Element[] {
  const path: Element[] = []
  const { body, documentElement } = target.ownerDocument
  let node = parentOf(target)
  while (node && node !== body && node !== documentElement && !known.has(node)) {
    path.push(node)
    node = parentOf(node)
  }
  let clippers = (node && known.get(node)) ?? []
  for (const passed of path.reverse()) {
    const { overflowX, overflowY } = getComputedStyle(passed)
    if (overflowX !== 'visible' || overflowY !== 'visible') clippers = [passed, ...clippers]
    known.set(passed, clippers)
  }
  return clippers
}

/** What the clippers leave of an element's box; its width or height is negative where nothing is left. */
export function visiblePart(target: Element, clippers: Element[]): Box {
  return [target, ...clippers].map<Box>(rectOf).reduce(overlapOf)
}

/** What two boxes share; its width or height is negative where that is nothing. */
export function overlapOf(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

/** The parent as it is laid out: out of a slot, out of a shadow root. */
export function parentOf(node: Element): Element | null {
  const { assignedSlot, parentNode } = own(node)
  const parent = assignedSlot ?? parentNode
  // By type and not by class: each frame has classes of its own, and may be asked for what is around it.
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null
}
