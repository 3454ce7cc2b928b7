/** A grid that arrow keys navigate. */
interface Grid {
  count: number
  columns: number
  /** The first column is on the right. */
  isRtl: boolean
}

/** Returns the index that a key moves to, or undefined if the key does not move. @param from index of the current item */
export function nextIndex(key: string, from: number, { count, columns, isRtl }: Grid): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -from,
    End: count - 1 - from,
  }
  const to = from + (steps[key] ?? 0)
  return to !== from && to >= 0 && to < count ? to : undefined
}
