/** Bounds of a 95 % interval, 0..1. */
export type Interval = [low: number, high: number]

/** Standard deviations that hold 95 % of a normal distribution. */
const Z = 1.959964

/**
 * 95 % interval of a proportion that was seen in n independent trials, n above 0: the score interval, which stays
 * within 0..1 and does not shrink to a point at its ends (Wilson 1927, JASA 22:209–212).
 */
export function wilsonInterval(proportion: number, n: number): Interval {
  const centre = proportion + Z ** 2 / (2 * n)
  const reach = Z * Math.sqrt((proportion * (1 - proportion)) / n + Z ** 2 / (4 * n ** 2))
  const scale = 1 + Z ** 2 / n
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)]
}

/**
 * 95 % interval of an area under the ROC curve from so many positives and negatives, both above 0: those areas whose own
 * variance (Hanley & McNeil 1982, Radiology 143:29–36) makes this one no surprise. It is to them what Wilson's is to
 * proportions (Newcombe 2006, Statistics in Medicine 25:559–573, method 5), so an area of 1 has a width too.
 */
export function areaInterval(area: number, positives: number, negatives: number): Interval {
  const others = (positives + negatives) / 2 - 1
  const isSurprise = (truth: number) => {
    const sum = 1 + others * ((1 - truth) / (2 - truth) + truth / (1 + truth))
    const variance = (truth * (1 - truth) * sum) / (positives * negatives)
    return Math.abs(area - truth) > Z * Math.sqrt(variance)
  }
  return [edge(0, area, isSurprise), edge(1, area, isSurprise)]
}

/** Where between two numbers a condition begins to fail, by halving: to 1e-9. */
function edge(holds: number, fails: number, condition: (value: number) => boolean): number {
  let [outer, inner] = [holds, fails]
  while (Math.abs(outer - inner) > 1e-9) {
    const middle = (outer + inner) / 2
    if (condition(middle)) outer = middle
    else inner = middle
  }
  return inner
}
