/** The median; NaN for an empty list. */
export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** A quantile; NaN for an empty list. @param share 0..1, such as 0.9 for the p90 */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
