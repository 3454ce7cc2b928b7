import type { FoundGarment } from './found-garment.ts'
import { overlapOf } from './overlap.ts'

/** Boxes of one class that overlap more than this, as intersection over union, show the same garment. */
const SAME_GARMENT = 0.5

/** Non-maximum suppression: drops each garment that overlaps a better one of its class. Returns the best first. */
export function suppress(all: FoundGarment[]): FoundGarment[] {
  const kept: FoundGarment[] = []
  for (const found of all.toSorted((a, b) => b.score - a.score)) {
    const isNew = kept.every(
      better => better.garment !== found.garment || overlapOf(better.box, found.box) < SAME_GARMENT,
    )
    if (isNew) kept.push(found)
  }
  return kept
}
