import { language } from '../../i18n/language.ts'

/** Created on first use and kept: creating a formatter takes longer than using it a hundred times. */
let format: Intl.NumberFormat | undefined

/** `1234` → "1,234" in the browser's language. */
export function count(value: number): string {
  format ??= new Intl.NumberFormat(language())
  return format.format(value)
}
