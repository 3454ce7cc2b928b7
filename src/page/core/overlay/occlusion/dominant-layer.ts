/** Differences below this are rounding errors. */
const EPSILON = 1e-6

/**
 * Which of several stacked pictures is the one that is seen: the one that contributes most to what is painted. Halfway
 * through a cross-fade the upper one takes over.
 * @param opacities top to bottom, 0..1
 * @returns its index; -1 for an empty list
 */
export function dominantLayer(opacities: number[]): number {
  let dominant = -1
  let largest = 0
  let remaining = 1
  for (const [i, opacity] of opacities.entries()) {
    const share = remaining * opacity
    if (dominant < 0 || share > largest + EPSILON) {
      dominant = i
      largest = share
    }
    remaining -= share
  }
  return dominant
}
