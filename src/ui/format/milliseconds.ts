import { language } from '../../i18n/language.ts'

/** `27.6` → "28 ms" in the browser's language, with one decimal below 10 ms. @param duration in milliseconds */
export function milliseconds(duration: number): string {
  const maximumFractionDigits = duration < 10 ? 1 : 0
  const format = new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits,
  })
  return format.format(duration)
}
