import { language } from './language.ts'

let format: Intl.NumberFormat | undefined

/**
 * Formats a probability of 0..1 as a whole percentage in the browser's language: "97%" or "97 %".
 * It is capped at 99%, because the network is never certain.
 */
export function percent(probability: number): string {
  format ??= new Intl.NumberFormat(language(), { style: 'percent' })
  return format.format(Math.min(0.99, probability))
}
