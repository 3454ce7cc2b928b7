/** A box in viewport pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The ancestors that may cut an element off: carousels, scrolling lists, rounded cards. */
export function clippersOf(target: Element): Element[] {
  const clippers: Element[] = []
  for (
    let node = parentOf(target);
    node && node !== document.body && node !== document.documentElement;
    node = parentOf(node)
  ) {
    const { overflowX, overflowY } = getComputedStyle(node)
    if (overflowX !== 'visible' || overflowY !== 'visible') clippers.push(node)
  }
  return clippers
}

/** What the clippers leave of an element's box; its width or height is negative where nothing is left. */
export function visiblePart(target: Element, clippers: Element[]): Box {
  let { left, top, right, bottom } = target.getBoundingClientRect()
  for (const clipper of clippers) {
    const clip = clipper.getBoundingClientRect()
    left = Math.max(left, clip.left)
    top = Math.max(top, clip.top)
    right = Math.min(right, clip.right)
    bottom = Math.min(bottom, clip.bottom)
  }
  return { left, top, right, bottom }
}

/** The parent as it is laid out: out of a slot, out of a shadow root. */
function parentOf(node: Element): Element | null {
  const parent = node.assignedSlot ?? node.parentNode
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null
}
