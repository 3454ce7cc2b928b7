/** In random order. @param random 0..1 */
export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map(value => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** 0 for no values. */
export function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}
