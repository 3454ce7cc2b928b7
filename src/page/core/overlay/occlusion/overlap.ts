import { areaOf, type Box, overlapOf } from '../../dom/box.ts'

/** The overlap of two boxes as a share of the smaller one, 0..1. */
export function overlapShare(a: Box, b: Box): number {
  return areaOf(overlapOf(a, b)) / Math.min(areaOf(a), areaOf(b))
}

/** The size of a box and its distances to others in whole pixels, as a key: scrolling does not change it. */
export function layoutKey({ left, top, right, bottom }: Box, others: Box[]): string {
  const distances = others.flatMap(other => [
    other.left - left,
    other.top - top,
    other.right - left,
    other.bottom - top,
  ])
  return [right - left, bottom - top, ...distances].map(Math.round).join()
}
