/** Answers in bins of equal width by their confidence, from 0 to 1. A bin includes its upper edge. */
export interface Reliability {
  /** Number of answers in each bin. */
  n: number[]
  /** Mean confidence of each bin, 0..1; null for an empty bin. */
  confidence: (number | null)[]
  /** Share of right answers in each bin, 0..1; null for an empty bin. */
  accuracy: (number | null)[]
}

/** Sorts answers into bins (DeGroot & Fienberg 1983, The Statistician 32). */
export function reliabilityOf(answers: { confidence: number; right: boolean }[], bins = 15): Reliability {
  const n = new Array<number>(bins).fill(0)
  const sure = new Array<number>(bins).fill(0)
  const right = new Array<number>(bins).fill(0)
  for (const answer of answers) {
    const bin = Math.min(bins, Math.max(1, Math.ceil(answer.confidence * bins))) - 1
    n[bin] = (n[bin] ?? 0) + 1
    sure[bin] = (sure[bin] ?? 0) + answer.confidence
    right[bin] = (right[bin] ?? 0) + Number(answer.right)
  }
  const perAnswer = (sums: number[]) => sums.map((sum, i) => (n[i] ? sum / n[i] : null))
  return { n, confidence: perAnswer(sure), accuracy: perAnswer(right) }
}

/**
 * The expected calibration error: the gap between confidence and accuracy in each bin, weighted by its size (Guo et al. 2017,
 * arXiv:1706.04599). Null without answers.
 */
export function calibrationError({ n, confidence, accuracy }: Reliability): number | null {
  const answers = n.reduce((a, b) => a + b, 0)
  const gaps = n.map((size, i) => size * Math.abs((accuracy[i] ?? 0) - (confidence[i] ?? 0)))
  return answers ? gaps.reduce((a, b) => a + b, 0) / answers : null
}
