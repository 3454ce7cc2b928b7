/** Differences below this are rounding errors. */
const EPSILON = 1e-6

/**
 * Which of several stacked pictures is the one that is seen: the one that contributes most to what is painted. Halfway
 * through a cross-fade the upper one takes over.
 * @param opacities top to bottom, 0..1; reads no further than to the last that can decide
 * @returns its index; -1 for an empty list
 */
export function dominantLayer(opacities: Iterable<number>): number {
  let dominant = -1
  let largest = 0
  let remaining = 1
  let i = 0
  for (const opacity of opacities) {
    const share = remaining * opacity
    if (dominant < 0 || share > largest + EPSILON) {
      dominant = i
      largest = share
    }
    remaining -= share
    if (remaining <= largest + EPSILON) break
    i++
  }
  return dominant
}
