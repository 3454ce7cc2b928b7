import { classes, garments } from '../../src/apparel/classes.ts'
import { decimals, percent, table } from './markdown.ts'
import type { Counts, Storage, Training } from './results.ts'

const SPLITS = ['train', 'val', 'test']

/** Two tables that count the photographs of each split, by source and by class. */
export function dataTables(counts: Counts): string {
  const sources = Object.entries(counts)
  const row = (name: string, perSplit: number[]) => [name, ...perSplit.map(n => (n ? String(n) : '·'))]
  const ofSource = sources.map(([source, splits]) => {
    const { ten, nones } = sumOf(Object.values(splits))
    const perSplit = SPLITS.map(split => sumOf([splits[split] ?? {}])).map(({ ten, nones }) => ten + nones)
    return row(source, [...perSplit, ten, nones])
  })
  const ofClass = classes.map(name =>
    row(
      name,
      SPLITS.map(split => sources.reduce((sum, [, splits]) => sum + (splits[split]?.[name] ?? 0), 0)),
    ),
  )
  const total = SPLITS.map(split => sumOf(sources.map(([, splits]) => splits[split] ?? {})))
  const totals = row(
    '**all**',
    total.map(({ ten, nones }) => ten + nones),
  )
  const { ten, nones } = sumOf(sources.flatMap(([, splits]) => Object.values(splits)))
  return [
    table(['source', ...SPLITS, 'ten garments', '*none*'], [...ofSource, [...totals, String(ten), String(nones)]]),
    table(['class', ...SPLITS], [...ofClass, totals]),
  ].join('\n\n')
}

function sumOf(groups: Record<string, number>[]): { ten: number; nones: number } {
  const count = (names: readonly string[]) =>
    groups.reduce((sum, group) => sum + names.reduce((part, name) => part + (group[name] ?? 0), 0), 0)
  return { ten: count(garments), nones: count(['none']) }
}

/** A table of the hours and energy of the training runs. */
export function trainingTable({ runs, watts }: Training): string {
  const hours = runs.reduce((sum, run) => sum + run.hours, 0)
  const energy = (time: number) => `${((time * watts) / 1000).toFixed(2)} kWh`
  const rows = runs.map(run => [run.name, percent(run.share), String(run.hours), energy(run.hours)])
  return table(
    ['run', 'share of the blend', 'hours', 'energy'],
    [...rows, ['**all**', '', String(hours), energy(hours)]],
  )
}

/** A table that compares one network with its weights stored in several formats. */
export function storageTable({ split, rows }: Storage): string {
  const heads = ['weights', 'MB', 'closedTop1', 'top1', 'auroc', 'false badges', 'ms per picture']
  const cells = rows.map(({ name, bytes, closedTop1, top1, auroc, falseBadgeRate, milliseconds }) => [
    name,
    (bytes / 1e6).toFixed(1),
    percent(closedTop1),
    percent(top1),
    decimals(auroc),
    percent(falseBadgeRate),
    milliseconds.toFixed(1),
  ])
  return `The figures are from ${split}. The time is the median of the network alone, on WebAssembly.\n\n${table(heads, cells)}`
}
