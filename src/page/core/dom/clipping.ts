import { type Box, overlapOf } from './box.ts'
import { DOCUMENT_FRAGMENT_NODE, ELEMENT_NODE } from './constants.ts'
import { rectOf, unclobbered } from './unclobbered.ts'

/** What may clip an element. */
export interface Clip {
  /** Ancestors whose boxes clip it, nearest first: carousels, scrolling lists, rounded cards. */
  clippers: Element[]
  /** The element or an ancestor has a clip path or a hidden back face, which no box describes. */
  isShaped: boolean
}

/** @param known clips of ancestors that were computed a moment ago, and are added to: a page may nest without end */
export function clipOf(target: Element, known = new Map<Element, Clip>()): Clip {
  const path: Element[] = []
  const { body, documentElement } = target.ownerDocument
  let node = parentOf(target)
  while (node && node !== body && node !== documentElement && !known.has(node)) {
    path.push(node)
    node = parentOf(node)
  }
  let clip = (node && known.get(node)) ?? { clippers: [], isShaped: false }
  for (const ancestor of path.reverse()) {
    const style = getComputedStyle(ancestor)
    const isClipper = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    clip = {
      clippers: isClipper ? [ancestor, ...clip.clippers] : clip.clippers,
      isShaped: clip.isShaped || hasShape(style),
    }
    known.set(ancestor, clip)
  }
  return { ...clip, isShaped: clip.isShaped || hasShape(getComputedStyle(target)) }
}

/** The ancestors whose boxes clip an element. */
export function clippersOf(target: Element): Element[] {
  return clipOf(target).clippers
}

function hasShape({ clipPath, backfaceVisibility }: CSSStyleDeclaration): boolean {
  return clipPath !== 'none' || backfaceVisibility === 'hidden'
}

/** The part of an element's box that no clipper hides, on screen or not; empty if there is none. */
export function visibleBoxOf(target: Element, clippers: Element[]): Box {
  return [target, ...clippers].map<Box>(rectOf).reduce(overlapOf)
}

/** The parent in the flat tree: out of a slot, out of a shadow root. */
export function parentOf(node: Element): Element | null {
  const { assignedSlot, parentNode } = unclobbered(node)
  const parent = assignedSlot ?? parentNode
  // By type and not by class: each frame has classes of its own, and the parent may belong to another frame.
  if (parent?.nodeType === DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null
  return parent?.nodeType === ELEMENT_NODE ? (parent as Element) : null
}
