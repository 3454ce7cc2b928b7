import { type Figure, withoutBar } from '../figure.ts'
import { compareThirds } from './compare-thirds.ts'
import type { Sample } from './sample.ts'

/** One round of a day, with what the browser held at rest after it. */
export interface Round extends Sample {
  answered: number
  failed: number
  lost: number
  /** Answers a second while it lasted. */
  rate: number
}

/** What a day has cost and lost, with its bars. Other work on the machine decides what has none. */
export function dayFigures(rounds: readonly Round[]): Figure[] {
  const thirds = (what: string, of: (round: Round) => number, unit: string, by?: typeof least) =>
    compareThirds(what, rounds.map(of), unit, by)
  const total = (of: (round: Round) => number) => rounds.reduce((sum, round) => sum + of(round), 0)
  const none = (what: string, count: number): Figure => ({ what, seen: String(count), bar: '0', isMet: count === 0 })
  return [
    thirds('memory of the extension, at rest', ({ extension }) => extension, 'MB'),
    withoutBar(thirds('memory of the whole browser, at rest', ({ browser }) => browser, 'MB')),
    thirds('open files', ({ files }) => files, ''),
    thirds('memory of the network', ({ network }) => network, 'MB'),
    // The browser tidies its files up now and then, before which they take a tenth more.
    thirds('database, when tidy', ({ database }) => database, 'MB', least),
    withoutBar(thirds('time for a picture', ({ rate }) => 1000 / rate, 'ms')),
    none(
      `pictures unread, of ${total(({ answered, failed }) => answered + failed)}`,
      total(({ failed }) => failed),
    ),
    none(
      'losses',
      total(({ lost }) => lost),
    ),
  ]
}

function least(values: number[]): number {
  return Math.min(...values)
}
