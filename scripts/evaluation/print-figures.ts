import { classes } from '../../src/apparel/classes.ts'
import type { KindFigures } from './kind-figures.ts'
import { type Figures, isBadged, type Judged } from './metrics.ts'
import { mean } from './statistics.ts'

/** Formats the figures as a table of the classes and a list of headlines. */
export function figuresAsText(figures: Figures): string {
  const table = classes.map(name => {
    const { n, precision, recall } = figures.perClass[name] ?? { n: 0, precision: null, recall: null }
    return `${name.padEnd(10)}${String(n).padStart(6)}${percent(precision)}${percent(recall)}`
  })
  const headlines = [
    ['closedTop1', figures.closedTop1, 'of garment pictures: the best garment is right'],
    ['top1', figures.top1, 'of all pictures: the best of eleven is right'],
    ['macroF1', figures.macroF1, 'mean over the classes that have pictures'],
    ['noneRecall', figures.noneRecall, 'of none pictures: answered none'],
    ['falseBadgeRate', figures.falseBadgeRate, 'of none pictures: badged'],
    ['coverage', figures.coverage, 'of garment pictures: badged'],
    ['badgeAccuracy', figures.badgeAccuracy, 'of badges on garment pictures: right'],
  ] as const
  return [
    `${'class'.padEnd(10)}${'n'.padStart(6)}${'precision'.padStart(11)}${'recall'.padStart(11)}`,
    ...table,
    '',
    ...headlines.map(([name, value, meaning]) => `${name.padEnd(16)}${percent(value)}  ${meaning}`),
    `${'auroc'.padEnd(16)}${decimals(figures.auroc)}  1 − p(none), garment against none pictures`,
    `${'ece'.padEnd(16)}${decimals(figures.ece)}  the best of eleven, 15 bins`,
  ].join('\n')
}

/** Formats one line per kind, then how often the kind is right. */
export function kindsAsText({ right, rightOfTen, perKind }: KindFigures): string {
  const lines = Object.entries(perKind).map(([name, { n, said, precision, recall, badged }]) => {
    const shares = [precision, recall, badged].map(percent).join('')
    return `${name.padEnd(14)}${String(n).padStart(6)}${String(said).padStart(6)}${shares}`
  })
  return [
    `${'kind'.padEnd(14)}${'n'.padStart(6)}${'said'.padStart(6)}${['precision', 'recall', 'badged'].map(head => head.padStart(11)).join('')}`,
    ...lines,
    '',
    `kinds right${percent(right)}  of the pictures whose class is right; of the ten${percent(rightOfTen)}`,
  ].join('\n')
}

/** Formats the share of ambiguous pictures that get a badge. */
export function ambiguousAsText(ambiguous: Pick<Judged, 'prediction'>[]): string {
  const share = mean(ambiguous.map(isBadged))
  return `ambiguous${percent(share)}  of ${ambiguous.length} badged as one of the ten`
}

/** Formats one line per group. A group is a source or a shot. */
export function groupsAsText(title: string, sources: Record<string, Figures>): string {
  const columns = ['closedTop1', 'top1', 'falseBadgeRate', 'coverage', 'badgeAccuracy'] as const
  const heads = [...columns, 'auroc'].map(name => name.padStart(16)).join('')
  const lines = Object.entries(sources).map(([source, figures]) => {
    const cells = [...columns.map(name => percent(figures[name])), decimals(figures.auroc)]
    return `${source.padEnd(24)}${String(figures.n).padStart(6)}${cells.map(cell => cell.padStart(16)).join('')}`
  })
  return [`${title.padEnd(24)}${'n'.padStart(6)}${heads}`, ...lines].join('\n')
}

function percent(value: number | null): string {
  return (value === null ? '–' : `${(value * 100).toFixed(1)} %`).padStart(11)
}

function decimals(value: number | null): string {
  return (value === null ? '–' : value.toFixed(4)).padStart(11)
}
