import type { Figure } from '../figure.ts'
import { median, quantile } from '../median.ts'
import type { Watched } from './main.ts'

/** A longer task makes a page feel stuck. */
const LONGEST_TASK_MS = 50

/** Median and p90 of times in milliseconds. @param bar largest allowed median */
export function timesFigure(what: string, times: number[], bar?: number): Figure {
  const seen = `${shown(median(times))}, p90 ${shown(quantile(times, 0.9))}`
  return { what, seen, ...(bar === undefined ? { bar: '–' } : { bar: `≤ ${bar} ms`, isMet: median(times) <= bar }) }
}

/** Durations of some work, and its longest task. */
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
      // The browser reports only tasks of more than 50 ms.
      seen: longest === 0 ? `below ${LONGEST_TASK_MS} ms` : shown(longest),
      bar: `≤ ${LONGEST_TASK_MS} ms`,
      isMet: longest <= LONGEST_TASK_MS,
    },
  ]
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
}
