import type { PageSummary } from '../../page/features/report/picture-report.ts'

/** Adds up the summaries of all frames of a page. */
export function sumSummaries(summaries: PageSummary[]): PageSummary {
  const sum = (count: (summary: PageSummary) => number) => summaries.reduce((total, each) => total + count(each), 0)
  return {
    garments: sum(({ garments }) => garments),
    unwanted: sum(({ unwanted }) => unwanted),
    others: sum(({ others }) => others),
    open: sum(({ open }) => open),
    unread: sumByName(summaries.map(({ unread }) => unread)),
    skipped: sumByName(summaries.map(({ skipped }) => skipped)),
    unreached: sumByName(summaries.map(({ unreached }) => unreached)),
  }
}

function sumByName<Counts extends Record<string, number>>(all: Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count
  return total as Counts
}
