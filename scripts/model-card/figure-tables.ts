import { classes } from '../../src/apparel/classes.ts'
import type { Estimates, Measurement } from '../evaluation/record.ts'
import { decimals, decimalsWithin, percent, percentWithin, table } from './markdown.ts'

const HEADS = ['closedTop1', 'top1', 'false badges', 'coverage', 'badges right', 'auroc']

function cells(estimates: Estimates): string[] {
  const { closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy, auroc } = estimates
  return [...[closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy].map(percentWithin), decimalsWithin(auroc)]
}

/** The figures of some sets of pictures; `title` says what a row is. */
export function headlineTable(sets: [name: string, estimates: Estimates][], title = 'set'): string {
  const rows = sets.map(([name, set]) => [name, String(set.n), ...cells(set), decimals(set.ece)])
  return table([title, 'n', ...HEADS, 'ECE'], rows)
}

/** Tables of the figures by source. A source without garments has only one figure, so these have a table of their own. */
export function sourceTables({ sources }: Measurement): string {
  const all = Object.entries(sources)
  const rows = all.flatMap(([name, set]) => (set.closedTop1 ? [[name, String(set.n), ...cells(set)]] : []))
  const nones = all.flatMap(([name, set]) =>
    set.closedTop1 ? [] : [[name, String(set.n), percentWithin(set.falseBadgeRate)]],
  )
  return `${table(['source', 'n', ...HEADS], rows)}\n\n${table(['source of *none* alone', 'n', 'false badges'], nones)}`
}

/** Tables of the recall and the precision of each class, with the sets of pictures side by side. */
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
    // If a set has no pictures of a class, every such answer is wrong, which says nothing about the class.
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
    `${truth} taken for ${answer}`,
    `${times} of ${n}`,
    percent(times / n),
  ])
  return table(['mistake', 'pictures', 'share of the class'], rows)
}
