import type { FoundGarment } from '../../src/garments/found-garment.ts'
import { overlapOf } from '../../src/garments/overlap.ts'
import { AMBIGUOUS } from '../evaluation/pictures.ts'
import type { LabelledBox } from './read-boxes.ts'

/** A found garment with the verdict on its box. */
export interface Matched extends FoundGarment {
  isRight: boolean
}

/** Least intersection over union of the same garment's boxes. */
const SAME_BOX = 0.5

/**
 * Compares the garments found in a picture with its boxes. Each box matches one garment: the best one of its class. A garment
 * that matches only an ambiguous box is left out.
 */
export function matchBoxes(found: FoundGarment[], boxes: LabelledBox[]): Matched[] {
  const free = new Set(boxes)
  const matched: Matched[] = []
  for (const garment of found.toSorted((a, b) => b.score - a.score)) {
    const box = nearest(
      garment,
      [...free].filter(({ label }) => label === garment.garment),
    )
    if (box) free.delete(box)
    const isAmbiguous = nearest(
      garment,
      boxes.filter(({ label }) => label === AMBIGUOUS),
    )
    if (box || !isAmbiguous) matched.push({ ...garment, isRight: box !== undefined })
  }
  return matched
}

/** The box that overlaps a garment most, if they match. */
function nearest({ box }: FoundGarment, boxes: LabelledBox[]): LabelledBox | undefined {
  const overlaps = boxes.map(one => ({ one, overlap: overlapOf(box, one.box) }))
  return overlaps.filter(({ overlap }) => overlap >= SAME_BOX).sort((a, b) => b.overlap - a.overlap)[0]?.one
}
