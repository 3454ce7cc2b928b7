import type { Estimate } from '../evaluation/record.ts'

/** A Markdown table. The first column holds words and is left-aligned; the others hold numbers. */
export function table(heads: string[], rows: string[][]): string {
  const rule = heads.map((_, i) => (i === 0 ? '---' : '--:'))
  return [heads, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** A share in percent, such as `95.8 %`, with a non-breaking space; a dash for null. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)}\u00a0%`
}

/** A share in percent with its 95 % interval below it. */
export function percentWithin(estimate: Estimate): string {
  return estimate === null ? '–' : `${percent(estimate.value)}${within(estimate, bound => (100 * bound).toFixed(1))}`
}

/** A figure with three decimals, such as `0.991`; a dash for null. */
export function decimals(value: number | null): string {
  return value === null ? '–' : value.toFixed(3)
}

/** A figure with three decimals and its 95 % interval below it. */
export function decimalsWithin(estimate: Estimate): string {
  return estimate === null ? '–' : `${decimals(estimate.value)}${within(estimate, decimals)}`
}

/** Formats an interval. A word joiner keeps it on one line. */
function within({ low, high }: NonNullable<Estimate>, write: (bound: number) => string): string {
  return `<br><sub>${write(low)}–\u2060${write(high)}</sub>`
}
