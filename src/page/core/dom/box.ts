/** A box in pixels of the viewport, unless stated otherwise. It is empty if `right <= left` or `bottom <= top`. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Width and height in pixels. */
export interface BoxSize {
  width: number
  height: number
}

/** The intersection of two boxes; an empty box if they do not overlap. */
export function overlapOf(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

export function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right <= left || bottom <= top
}

/** Whether two boxes overlap or touch. */
export function areTouching(a: Box, b: Box): boolean {
  return a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom
}

export function areEqual(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom
}

/** Square pixels; 0 for an empty box. */
export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}

/** Pixels; negative for an empty box. */
export function shorterSideOf({ left, top, right, bottom }: Box): number {
  return Math.min(right - left, bottom - top)
}
