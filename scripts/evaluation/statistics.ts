/** Mean of numbers, or share of what is true; null of nothing. */
export function mean(values: (number | boolean)[]): number | null {
  if (values.length === 0) return null
  return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length
}

/** Probability that a random positive scores above a random negative, ties counting half; null where a side is empty. */
export function areaUnderRoc(positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const scores = [
    ...positives.map(score => ({ score, positive: true })),
    ...negatives.map(score => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score)
  let wins = 0
  let below = 0
  for (let start = 0, end = 0; start < scores.length; start = end) {
    while (end < scores.length && scores[end]?.score === scores[start]?.score) end++
    const tied = scores.slice(start, end)
    const up = tied.filter(one => one.positive).length
    const down = tied.length - up
    wins += up * (below + down / 2)
    below += down
  }
  return wins / (positives.length * negatives.length)
}

/**
 * Expected calibration error: the gap between confidence and share of right answers in equal-width bins, weighted by
 * their sizes (Guo et al. 2017, arXiv:1706.04599). A bin holds its upper edge. Null of nothing.
 */
export function calibrationError(answers: { confidence: number; right: boolean }[], bins: number): number | null {
  const gaps = new Array<number>(bins).fill(0)
  for (const { confidence, right } of answers) {
    const bin = Math.min(bins, Math.max(1, Math.ceil(confidence * bins))) - 1
    gaps[bin] = (gaps[bin] ?? 0) + Number(right) - confidence
  }
  if (answers.length === 0) return null
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / answers.length
}
