import { rectOf, unclobbered } from './unclobbered.ts'

/** A box in viewport pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What may cut an element off. */
export interface Clip {
  /** Ancestors with a box that does: carousels, scrolling lists, rounded cards. The nearest comes first. */
  clippers: Element[]
  /** It, or what it lies in, has a shape that no box tells of, or a side that shows nothing. */
  isShaped: boolean
}

/** @param known of ancestors that were asked for a moment ago: a page may nest without end */
export function clipOf(target: Element, known = new Map<Element, Clip>()): Clip {
  const path: Element[] = []
  const { body, documentElement } = target.ownerDocument
  let node = parentOf(target)
  while (node && node !== body && node !== documentElement && !known.has(node)) {
    path.push(node)
    node = parentOf(node)
  }
  let clip = (node && known.get(node)) ?? { clippers: [], isShaped: false }
  for (const passed of path.reverse()) {
    const style = getComputedStyle(passed)
    const isClipper = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    clip = {
      clippers: isClipper ? [passed, ...clip.clippers] : clip.clippers,
      isShaped: clip.isShaped || hasShape(style),
    }
    known.set(passed, clip)
  }
  return { ...clip, isShaped: clip.isShaped || hasShape(getComputedStyle(target)) }
}

/** The ancestors that may cut an element off. */
export function clippersOf(target: Element): Element[] {
  return clipOf(target).clippers
}

function hasShape({ clipPath, backfaceVisibility }: CSSStyleDeclaration): boolean {
  return clipPath !== 'none' || backfaceVisibility === 'hidden'
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
  const { assignedSlot, parentNode } = unclobbered(node)
  const parent = assignedSlot ?? parentNode
  // By type and not by class: each frame has classes of its own, and may be asked for what is around it.
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null
}
