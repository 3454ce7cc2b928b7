import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from './locales.ts'

const units = ['year', 'month', 'day', 'night']

/** "per month", "/mo" and their like, for each period and language. `folder` holds cldr-units-full. */
export function periods(folder: string): string[] {
  return locales.flatMap(locale => {
    const file = join(folder, 'main', locale, 'units.json')
    if (!existsSync(file)) return []
    const { units: lengths } = JSON.parse(readFileSync(file, 'utf8')).main[locale]
    return units.flatMap(unit => {
      const [long, short] = [lengths.long, lengths.short].map(length => length[`duration-${unit}`] ?? {})
      const perUnit = [long, short].map(({ perUnitPattern = '' }) => bare(perUnitPattern))
      const names = Object.entries({ ...long, ...short }).flatMap(([key, pattern]) =>
        /^unitPattern-count-(one|other)$/.test(key) ? [bare(String(pattern))] : [],
      )
      const named = [...names, bare(String(long['unitPattern-count-one'] ?? ''))]
      return [...perUnit, ...named.map(name => name && `/${name}`)].filter(isClear)
    })
  })
}

const bare = (pattern: string) => pattern.replace('{0}', '').trim()

/** One or two letters after a slash may be anything: sizes, pieces, kilograms. */
function isClear(period: string): boolean {
  if (/[\p{sc=Han}\p{sc=Hangul}\p{sc=Thai}]/u.test(period)) return true
  const letters = period.replace(/[^\p{L}\p{M}]/gu, '')
  return letters.length > 2 && /^\/|\s/.test(period)
}
