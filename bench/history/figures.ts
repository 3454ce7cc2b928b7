import type { Figure } from '../figure.ts'
import { median, quantile } from '../median.ts'
import type { Watched } from './main.ts'

/** A task that is longer makes a page feel stuck. Milliseconds. */
const LONGEST = 50

/** Median and p90 of some times. Milliseconds. @param bar what the median may be at most */
export function timesFigure(what: string, times: number[], bar?: number): Figure {
  const seen = `${shown(median(times))}, p90 ${shown(quantile(times, 0.9))}`
  return { what, seen, ...(bar === undefined ? { bar: '–' } : { bar: `≤ ${bar} ms`, isMet: median(times) <= bar }) }
}

/** How long some work took, each time, and the longest task meanwhile. */
export function workFigures(what: string, seen: Watched[], bar?: number): Figure[] {
  const longest = median(seen.map(({ longest }) => longest))
  return [
    timesFigure(
      what,
      seen.map(({ took }) => took),
      bar,
    ),
    {
      what: `${what}: longest task`,
      // The browser tells of tasks of more than 50 ms only.
      seen: longest === 0 ? `below ${LONGEST} ms` : shown(longest),
      bar: `≤ ${LONGEST} ms`,
      isMet: longest <= LONGEST,
    },
  ]
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
}
