/** Bounds of a 95 % confidence interval, 0..1. */
export type Interval = [low: number, high: number]

/** Half the width, in standard deviations, of the interval that holds 95 % of a normal distribution. */
const Z = 1.959964

/**
 * The 95 % confidence interval of a proportion observed in `n` independent trials. This is Wilson's score interval, which stays
 * within 0..1 and keeps a width at both ends (Wilson 1927, JASA 22:209–212).
 * @param n above 0
 */
export function wilsonInterval(proportion: number, n: number): Interval {
  const centre = proportion + Z ** 2 / (2 * n)
  const reach = Z * Math.sqrt((proportion * (1 - proportion)) / n + Z ** 2 / (4 * n ** 2))
  const scale = 1 + Z ** 2 / n
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)]
}

/**
 * The 95 % confidence interval of an area under the ROC curve: all true areas whose variance (Hanley & McNeil 1982, Radiology
 * 143:29–36) makes the observed one plausible. Like Wilson's interval it uses the variance of the true value, so the interval
 * of an area of 1 has a width too (Newcombe 2006, Statistics in Medicine 25:559–573, method 5).
 * @param positives their number, above 0
 * @param negatives their number, above 0
 */
export function areaInterval(area: number, positives: number, negatives: number): Interval {
  const others = (positives + negatives) / 2 - 1
  const isImplausible = (truth: number) => {
    const sum = 1 + others * ((1 - truth) / (2 - truth) + truth / (1 + truth))
    const variance = (truth * (1 - truth) * sum) / (positives * negatives)
    return Math.abs(area - truth) > Z * Math.sqrt(variance)
  }
  return [edge(0, area, isImplausible), edge(1, area, isImplausible)]
}

/** Bisects to the point between two numbers where a condition stops holding, to within 1e-9. */
function edge(holds: number, fails: number, condition: (value: number) => boolean): number {
  let [outer, inner] = [holds, fails]
  while (Math.abs(outer - inner) > 1e-9) {
    const middle = (outer + inner) / 2
    if (condition(middle)) outer = middle
    else inner = middle
  }
  return inner
}
