/** The middle of some numbers; NaN where there are none. */
export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** @param share 0..1, such as 0.9 for the p90 */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
