/** The mean of numbers, or the share of booleans that are true; null for an empty list. */
export function mean(values: (number | boolean)[]): number | null {
  if (values.length === 0) return null
  return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length
}

/** The probability that a random positive scores above a random negative, with ties counted half; null if a side is empty. */
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

/** The median, the upper one of two middle values; NaN for an empty list. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
