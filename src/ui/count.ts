import { language } from '../platform/language.ts'

/** `1234` → "1,234" in the browser's language. */
export function count(value: number): string {
  return value.toLocaleString(language())
}
