import type { FoundGarment } from './found-garment.ts'

/** Sorts garments from top to bottom, and those beside each other from left to right. */
export function inReadingOrder<Found extends FoundGarment>(garments: readonly Found[]): Found[] {
  const byTop = garments.toSorted((a, b) => a.box.top - b.box.top)
  const rows: Found[][] = []
  let middle = Number.NEGATIVE_INFINITY
  for (const garment of byTop) {
    const { top, bottom } = garment.box
    // What begins above the middle of a row's first garment lies beside it.
    if (top < middle) rows.at(-1)?.push(garment)
    else {
      rows.push([garment])
      middle = (top + bottom) / 2
    }
  }
  return rows.flatMap(row => row.toSorted((a, b) => a.box.left - b.box.left))
}
