import { language } from '../../i18n/language.ts'

/** Made when it is first needed, since making one takes longer than a hundred uses of it. */
let format: Intl.NumberFormat | undefined

/** `1234` → "1,234" in the browser's language. */
export function count(value: number): string {
  format ??= new Intl.NumberFormat(language())
  return format.format(value)
}
