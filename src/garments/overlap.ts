import type { Box } from './found-garment.ts'

/** Intersection over union of two boxes, 0..1. */
export function overlapOf(a: Box, b: Box): number {
  const shared = sharedArea(a, b)
  return shared > 0 ? shared / (areaOf(a) + areaOf(b) - shared) : 0
}

/** Share of a box that lies within another, 0..1. */
export function shareWithin(box: Box, outer: Box): number {
  const shared = sharedArea(box, outer)
  return shared > 0 ? shared / areaOf(box) : 0
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top)
}
