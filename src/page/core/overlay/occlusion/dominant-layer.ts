/**
 * Which of the pictures that lie on each other is the one that is seen: the one that gives the most to what is painted. Halfway
 * through a cross-fade the upper one takes over.
 * @param opacities from the top down, 0..1
 * @returns its number; -1 where there are none
 */
export function dominantOf(opacities: number[]): number {
  let dominant = -1
  let most = 0
  let left = 1
  for (const [i, opacity] of opacities.entries()) {
    const share = left * opacity
    // What sums of fractions miss of a half must not decide.
    if (dominant < 0 || share > most + 1e-6) {
      dominant = i
      most = share
    }
    left -= share
  }
  return dominant
}
