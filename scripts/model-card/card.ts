import type { Estimates } from '../evaluation/record.ts'
import { confusionPlot } from './confusion-plot.ts'
import { curvesPlot } from './curves-plot.ts'
import { dataTables, storageTable, trainingTable } from './data-tables.ts'
import { classTables, confusionList, headlineTable, sourceTables } from './figure-tables.ts'
import { kindTable, shotTable } from './kind-tables.ts'
import { decimals, percent } from './markdown.ts'
import { outfitTable } from './outfit-table.ts'
import { reliabilityPlot } from './reliability-plot.ts'
import { headlineSets, measuredSets, type Results } from './results.ts'

/**
 * Creates the files of the model card (Mitchell et al. 2019, arXiv:1810.03993), by their paths in the network's folder.
 * @throws Error if nothing fills a placeholder of the template
 */
export function cardFiles(results: Results): Map<string, string> {
  return new Map([
    ['README.md', fill(results.template, placeholdersOf(results))],
    ['plots/confusion.svg', confusionPlot('val', results.val.confusion)],
    ['plots/reliability.svg', reliabilityPlot(results)],
    ['plots/curves.svg', curvesPlot(results)],
  ])
}

/** Replaces each `{{placeholder}}` with its text. */
function fill(template: string, placeholders: Record<string, string>): string {
  return template.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const text = placeholders[name]
    if (text === undefined) throw new Error(`README.template.md: nothing fills {{${name}}}`)
    return text
  })
}

function placeholdersOf(results: Results): Record<string, string> {
  const { network, bytes, val, test, data, training, storage } = results
  const sets = measuredSets(results)
  return {
    ...Object.assign({}, ...headlineSets(results).map(([name, estimates]) => inlineFigures(name, estimates))),
    network,
    megabytes: (bytes / 1e6).toFixed(1),
    data: dataTables(data),
    headlines: headlineTable(headlineSets(results)),
    shots: shotTable(val),
    kinds: kindTable(val),
    'kinds.right': percent(val.kinds.right),
    'kinds.rightOfTen': percent(val.kinds.rightOfTen),
    'ambiguous.n': String(val.ambiguous.n),
    'ambiguous.badged': percent(val.ambiguous.badged?.value ?? null),
    sources: sourceTables(val),
    classes: classTables(sets),
    mistakes: confusionList(val, 8),
    testMistakes: confusionList(test, 5),
    runs: trainingTable(training),
    machine: training.machine,
    watts: String(training.watts),
    ...outfitFigures(results),
    storage: storage ? storageTable(storage) : 'Formats have not been compared yet.',
  }
}

/** The table of the detector of garments, and the figures of the sentences beside it. */
function outfitFigures({ outfits }: Results): Record<string, string> {
  const { n, presence, mAP50, calibrationError, milliseconds, detectorMilliseconds, classifierMilliseconds, bytes } =
    outfits
  return {
    outfits: outfitTable(outfits),
    'outfits.n': String(n),
    'outfits.precision': percent(presence.precision),
    'outfits.recall': percent(presence.recall),
    'outfits.mAP50': decimals(mAP50),
    'outfits.calibrationError': percent(calibrationError),
    'outfits.times': (detectorMilliseconds / classifierMilliseconds).toFixed(1),
    'outfits.timesWithCrops': (milliseconds / classifierMilliseconds).toFixed(1),
    'outfits.kilobytes': (bytes / 1e3).toFixed(0),
  }
}

/** The figures that sentences of the template use, such as `{{val.closedTop1}}`. */
function inlineFigures(name: string, estimates: Estimates): Record<string, string> {
  const { closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy, auroc } = estimates
  const shares = Object.entries({ closedTop1, top1, falseBadgeRate, coverage, badgeAccuracy })
  return Object.fromEntries([
    [`${name}.n`, String(estimates.n)],
    [`${name}.auroc`, decimals(auroc?.value ?? null)],
    ...shares.map(([figure, share]) => [`${name}.${figure}`, percent(share?.value ?? null)]),
  ])
}
