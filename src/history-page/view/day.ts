/** A day as date inputs and URLs write it, `2026-11-25`, in local time. @param time milliseconds since 1970 */
export function dayOf(time: number): string {
  const date = new Date(time)
  const year = `${date.getFullYear()}`.padStart(4, '0')
  return [year, ...[date.getMonth() + 1, date.getDate()].map(part => `${part}`.padStart(2, '0'))].join('-')
}

/**
 * The start of a day in local time, in milliseconds since 1970; undefined if the text is not a day.
 * @param later number of days to add
 */
export function startOf(day: string, later = 0): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  // With calendar arithmetic, because not every day has 24 hours.
  const start = new Date(year, month - 1, date + later).getTime()
  return later === 0 && dayOf(start) !== day ? undefined : start
}

/** The last day before an exclusive end time. */
export function lastDayBefore(until: number): string {
  return dayOf(until - 1)
}
