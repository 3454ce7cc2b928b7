import { language } from '../../i18n/language.ts'

/** Cached by number of decimals, because creating a formatter takes many milliseconds. */
const formats = new Map<number, Intl.NumberFormat>()

/** `12345678` → "12 MB" in the browser's language. One decimal below 10 MB, and never "0" unless there are no bytes. */
export function megabytes(bytes: number): string {
  const value = bytes > 0 ? Math.max(0.1, bytes / 1e6) : 0
  const maximumFractionDigits = value < 10 ? 1 : 0
  const known = formats.get(maximumFractionDigits)
  const options = { style: 'unit', unit: 'megabyte', maximumFractionDigits } as const
  const format = known ?? new Intl.NumberFormat(language(), options)
  formats.set(maximumFractionDigits, format)
  return format.format(value)
}
