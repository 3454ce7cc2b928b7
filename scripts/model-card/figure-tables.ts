import { classes } from '../../src/apparel/classes.ts'
import type { Estimates, Measurement } from '../evaluation/record.ts'
import { decimals, decimalsWithin, percent, percentWithin, table } from './markdown.ts'

const HEADS = ['closedTop1', 'top1', 'false badges', 'coverage', 'badges right', 'auroc']

function cells(estimates: Estimates): string[] {
  const { closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy, auroc } = estimates
  return [...[closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy].map(percentWithin), decimalsWithin(auroc)]
}

/** A table of the figures of several sets of pictures. `title` heads the column of their names. */
export function headlineTable(sets: [name: string, estimates: Estimates][], title = 'set'): string {
  const rows = sets.map(([name, set]) => [name, String(set.n), ...cells(set), decimals(set.ece)])
  return table([title, 'n', ...HEADS, 'ECE'], rows)
}

/** Tables of the figures by source. Sources without garments have only one figure, so they get a table of their own. */
export function sourceTables({ sources }: Measurement): string {
  const all = Object.entries(sources)
  const rows = all.flatMap(([name, set]) => (set.closedTop1 ? [[name, String(set.n), ...cells(set)]] : []))
  const nones = all.flatMap(([name, set]) =>
    set.closedTop1 ? [] : [[name, String(set.n), percentWithin(set.falseBadgeRate)]],
  )
  return `${table(['source', 'n', ...HEADS], rows)}\n\n${table(['source with *none* only', 'n', 'false badges'], nones)}`
}

/** Tables of each class's recall and precision, with one column per set of pictures. */
export function classTables(sets: [name: string, estimates: Estimates][]): string {
  const recalls = classes.map(name => [
    name,
    ...sets.flatMap(([, { perClass }]) => [
      String(perClass[name]?.n ?? 0),
      percentWithin(perClass[name]?.recall ?? null),
    ]),
  ])
  const precisions = classes.map(name => [
    name,
    // If a set has no pictures of a class, every answer with that class is wrong, so its precision says nothing.
    ...sets.map(([, { perClass }]) => (perClass[name]?.n ? percentWithin(perClass[name].precision) : '–')),
  ])
  return [
    table(['recall', ...sets.flatMap(([name]) => ['n', name])], recalls),
    table(['precision', ...sets.map(([name]) => name)], precisions),
  ].join('\n\n')
}

/** A table of the `count` mistakes that affect the largest shares of their classes. */
export function confusionList({ confusion, all }: Measurement, count: number): string {
  const pairs = confusion.counts.flatMap((counts, i) => {
    const truth = confusion.classes[i] ?? ''
    const n = all.perClass[truth]?.n ?? 0
    return counts.map((times, k) => ({ truth, answer: confusion.classes[k] ?? '', times, n, right: i === k }))
  })
  const worst = pairs
    .filter(({ times, right }) => times > 0 && !right)
    .sort((a, b) => b.times / b.n - a.times / a.n)
    .slice(0, count)
  const rows = worst.map(({ truth, answer, times, n }) => [
    `${truth} mistaken for ${answer}`,
    `${times} of ${n}`,
    percent(times / n),
  ])
  return table(['mistake', 'pictures', 'share of the class'], rows)
}
