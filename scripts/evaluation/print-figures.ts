import { classes } from '../../src/apparel/classes.ts'
import type { GroupFigures } from './group-figures.ts'
import type { Figures } from './metrics.ts'

/** Formats all figures, the most important last. Groups of which nothing is known are left out. */
export function allAsText(figures: Figures, groups: GroupFigures): string {
  const { bySource, byShot, byKind, ambiguous } = groups
  const parts = [
    Object.keys(bySource).length > 0 && groupsAsText('source', bySource),
    Object.keys(byShot).length > 0 && groupsAsText('shot', byShot),
    Object.keys(byKind).length > 0 && kindsAsText(groups),
    ambiguous.n > 0 && ambiguousAsText(ambiguous),
    figuresAsText(figures),
  ]
  return parts.filter(part => part !== false).join('\n\n')
}

/** Formats the time of the network for a picture. @param milliseconds NaN if no picture was read */
export function timeAsText(milliseconds: number): string {
  const time = Number.isNaN(milliseconds) ? '–' : milliseconds.toFixed(1)
  return `${time} ms a picture in the network, median, on WebAssembly`
}

/** Formats the figures as a table of the classes and a list of headlines. */
function figuresAsText(figures: Figures): string {
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
function kindsAsText({ kindRight, kindRightOfTen, byKind }: GroupFigures): string {
  const lines = Object.entries(byKind).map(([name, { n, classRight, said, precision, recall, badged }]) => {
    const shares = [precision, recall, badged].map(percent).join('')
    return `${name.padEnd(14)}${String(n).padStart(6)}${percent(classRight)}${String(said).padStart(6)}${shares}`
  })
  return [
    `${'kind'.padEnd(14)}${'n'.padStart(6)}${'classRight'.padStart(11)}${'said'.padStart(6)}${['precision', 'recall', 'badged'].map(head => head.padStart(11)).join('')}`,
    ...lines,
    '',
    `kinds right${percent(kindRight)}  of the pictures whose class is right; of the ten${percent(kindRightOfTen)}`,
  ].join('\n')
}

/** Formats the share of ambiguous pictures that get a badge. */
function ambiguousAsText({ n, badged }: GroupFigures['ambiguous']): string {
  return `ambiguous${percent(badged)}  of ${n} badged as one of the ten`
}

/** Formats one line per group. A group is a source or a shot. */
function groupsAsText(title: string, sources: Record<string, Figures>): string {
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
