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
  const { date, relative } = formatsOf(language)
  if (age >= 7 * DAY) return date.format(then)
  if (age < MINUTE) return relative.format(0, 'second')
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute')
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour')
  return relative.format(-Math.floor(age / DAY), 'day')
}

interface Formats {
  date: Intl.DateTimeFormat
  relative: Intl.RelativeTimeFormat
}

/** Kept, since making one takes longer than a hundred uses of it. */
const known = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  const formats = known.get(language) ?? {
    date: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  }
  known.set(language, formats)
  return formats
}
