import type { PageSummary } from '../../page/features/report/picture-report.ts'

/** What the frames of a page have counted, as one. */
export function sumSummaries(summaries: PageSummary[]): PageSummary {
  const sum = (count: (summary: PageSummary) => number) => summaries.reduce((total, each) => total + count(each), 0)
  return {
    garments: sum(({ garments }) => garments),
    unwanted: sum(({ unwanted }) => unwanted),
    others: sum(({ others }) => others),
    open: sum(({ open }) => open),
    unread: addUpNamed(summaries.map(({ unread }) => unread)),
    skipped: addUpNamed(summaries.map(({ skipped }) => skipped)),
    unreached: addUpNamed(summaries.map(({ unreached }) => unreached)),
  }
}

function addUpNamed<Counts extends Record<string, number>>(all: Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count
  return total as Counts
}
