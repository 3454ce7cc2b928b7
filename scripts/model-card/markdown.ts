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

/** With its 95 % interval below it. */
export function percentWithin(estimate: Estimate): string {
  return estimate === null ? '–' : `${percent(estimate.value)}${within(estimate, bound => (100 * bound).toFixed(1))}`
}

/** A figure that is no share: `0.991`. */
export function decimals(value: number | null): string {
  return value === null ? '–' : value.toFixed(3)
}

/** With its 95 % interval below it. */
export function decimalsWithin(estimate: Estimate): string {
  return estimate === null ? '–' : `${decimals(estimate.value)}${within(estimate, decimals)}`
}

/** The word joiner keeps the interval on one line. */
function within({ low, high }: NonNullable<Estimate>, write: (bound: number) => string): string {
  return `<br><sub>${write(low)}–\u2060${write(high)}</sub>`
}
