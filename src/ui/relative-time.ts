const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * "now", "5 min. ago", "yesterday"; a week or more ago the date.
 * @param then @param now milliseconds since 1970
 * @param language a BCP 47 tag
 */
export function relativeTime(then: number, now: number, language: string): string {
  const age = Math.max(0, now - then)
  if (age >= 7 * DAY) return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(then)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  if (age < MINUTE) return relative.format(0, 'second')
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute')
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour')
  return relative.format(-Math.floor(age / DAY), 'day')
}
