import type { Estimate } from '../evaluation/record.ts'

/** A Markdown table, its first column of words, the others of numbers. */
export function table(heads: string[], rows: string[][]): string {
  const rule = heads.map((_, i) => (i === 0 ? '---' : '--:'))
  return [heads, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** A share in percent, e.g. `95.8 %`, its sign kept on the number's line; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)}\u00a0%`
}

/** With its 95 % interval: `95.8 % (94.7–96.6)`. */
export function percentWithin(estimate: Estimate): string {
  if (estimate === null) return '–'
  const [low, high] = [estimate.low, estimate.high].map(bound => (100 * bound).toFixed(1))
  return `${percent(estimate.value)} (${low}–${high})`
}

/** A figure that is no share: `0.991`. */
export function decimals(value: number | null): string {
  return value === null ? '–' : value.toFixed(3)
}

/** With its 95 % interval: `0.991 (0.988–0.993)`. */
export function decimalsWithin(estimate: Estimate): string {
  if (estimate === null) return '–'
  return `${decimals(estimate.value)} (${decimals(estimate.low)}–${decimals(estimate.high)})`
}
