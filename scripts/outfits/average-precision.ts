/**
 * The area under the curve of precision over recall, where precision is the best at this recall or a higher one (all points, as
 * in PASCAL VOC since 2010).
 * @param found all that was found, in any order
 * @param boxes how many there are to find
 * @returns 0..1; null if there is nothing to find
 */
export function averagePrecision(found: { score: number; isRight: boolean }[], boxes: number): number | null {
  if (boxes === 0) return null
  const precisions: number[] = []
  for (const [i, { isRight }] of found.toSorted((a, b) => b.score - a.score).entries())
    if (isRight) precisions.push((precisions.length + 1) / (i + 1))
  // Each right one adds 1 / boxes to the recall.
  let [area, best] = [0, 0]
  for (const precision of precisions.reverse()) {
    best = Math.max(best, precision)
    area += best / boxes
  }
  return area
}
