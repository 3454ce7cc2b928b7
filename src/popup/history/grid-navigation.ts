/** A grid that the arrows move in. */
interface Grid {
  count: number
  columns: number
  /** Its first column is at the right. */
  isRtl: boolean
}

/** Where a key leads from a place of a grid; undefined where it leads nowhere. */
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
