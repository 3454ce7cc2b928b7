import { text } from '../../i18n/text.ts'
import type { PageSummary } from '../../page/features/report/picture-report.ts'
import { count } from '../../ui/format/count.ts'

/**
 * One line about the page's pictures, with the counts in a disclosure.
 * @param summary undefined until the page has answered
 */
export function PageSummaryLine({ summary }: { summary: PageSummary | undefined }) {
  return (
    <div class="page-words soft">
      {summary && (
        <details>
          <summary>{headline(summary)}</summary>
          <Figures {...summary} />
        </details>
      )}
    </div>
  )
}

function headline(summary: PageSummary): string {
  const unread = total(summary.unread)
  const all = summary.garments + summary.unwanted + summary.others + summary.open + unread
  const parts = [all === 0 ? text('page_empty') : text('page_garments_in', count(summary.garments), count(all))]
  if (summary.open > 0) parts.push(text('page_to_go', count(summary.open)))
  if (unread > 0) parts.push(text('page_unread', count(unread)))
  return parts.join(' · ')
}

function Figures({ garments, unwanted, others, open, unread, skipped }: PageSummary) {
  return (
    <dl>
      {figure(text('page_garments'), garments)}
      {figure(text('page_unwanted'), unwanted)}
      {figure(text('page_others'), others)}
      {figure(text('page_open'), open)}
      {sorted(unread).map(([reason, value]) => figure(text(`unread_${reason}`), value))}
      {total(skipped) > 0 && <h3>{text('page_left_out')}</h3>}
      {sorted(skipped).map(([reason, value]) => figure(text(`left_out_${reason}`), value))}
    </dl>
  )
}

/** Returns the entries, largest count first. */
function sorted<Name extends string>(counts: Partial<Record<Name, number>>): [Name, number][] {
  return (Object.entries(counts) as [Name, number][]).sort(([, a], [, b]) => b - a)
}

function figure(words: string, value: number) {
  return value === 0 ? null : (
    <div key={words}>
      <dt>{words}</dt>
      <dd>{count(value)}</dd>
    </div>
  )
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
