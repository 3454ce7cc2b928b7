const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * "now", "5 min. ago", "yesterday"; after a week, the date.
 * @param then @param now milliseconds since 1970
 * @param language a BCP 47 tag
 */
export function relativeTime(then: number, now: number, language: string): string {
  const age = Math.max(0, now - then)
  const { date, relative } = formatsOf(language)
  if (age >= 7 * DAY_MS) return date.format(then)
  if (age < MINUTE_MS) return relative.format(0, 'second')
  if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), 'minute')
  if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), 'hour')
  return relative.format(-Math.floor(age / DAY_MS), 'day')
}

interface Formats {
  date: Intl.DateTimeFormat
  relative: Intl.RelativeTimeFormat
}

/** Cached by language: creating a formatter takes longer than using it a hundred times. */
const known = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  const formats = known.get(language) ?? {
    date: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  }
  known.set(language, formats)
  return formats
}
