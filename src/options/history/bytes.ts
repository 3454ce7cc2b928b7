import { language } from '../../platform/language.ts'

/** `12_300_000` → "12 MB" in the browser's language. */
export function bytes(amount: number): string {
  const unit = amount < 1e6 ? 'kilobyte' : amount < 1e9 ? 'megabyte' : 'gigabyte'
  const value = amount / { kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit]
  const maximumFractionDigits = value < 10 ? 1 : 0
  const style = { style: 'unit', unit, maximumFractionDigits } as const
  return new Intl.NumberFormat(language(), style).format(value)
}
