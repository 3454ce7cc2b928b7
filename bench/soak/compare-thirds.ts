import type { Figure } from '../figure.ts'
import { median } from '../median.ts'

/** How much more the last third of a day may take than the middle third: 5 %. */
const MAX_GROWTH = 0.05

/**
 * Compares the median of the last third of some samples with that of the middle third.
 * @param values in the order in which they were taken; at least three, or the bar counts as missed
 * @param of what to compare instead of the medians
 */
export function compareThirds(what: string, values: readonly number[], unit: string, of = median): Figure {
  const third = Math.floor(values.length / 3)
  const middle = of(values.slice(third, 2 * third))
  const last = of(values.slice(values.length - third))
  if (values.length > 2 && values.every(Number.isNaN)) return { what, seen: 'not known on this system', bar: '–' }
  // What was nothing and stays nothing has not grown.
  const growth = last === middle ? 0 : last / middle - 1
  return {
    what: `${what}, middle third → last third`,
    seen: `${middle.toFixed(1)} → ${last.toFixed(1)} ${unit} (${growth < 0 ? '−' : '+'} ${Math.abs(100 * growth).toFixed(1)} %)`,
    bar: `≤ + ${100 * MAX_GROWTH} %`,
    isMet: growth <= MAX_GROWTH,
  }
}
