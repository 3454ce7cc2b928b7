import type { PageSummary } from '../messages.ts'
import { type TextKey, text } from '../platform/text.ts'
import { count } from './count.ts'

/** What became of the page's pictures and, unfolded, why. @param summary undefined until the page has answered */
export function PageWords({ summary }: { summary: PageSummary | undefined }) {
  return (
    <div class="page-words soft">
      {summary && (
        <details>
          <summary>{line(summary)}</summary>
          <Figures {...summary} />
        </details>
      )}
    </div>
  )
}

function line(summary: PageSummary): string {
  const unread = total(summary.unread)
  const all = summary.garments + summary.others + summary.open + unread
  const parts = [all === 0 ? text('page_empty') : text('page_garments_in', count(summary.garments), count(all))]
  if (summary.open > 0) parts.push(text('page_to_go', count(summary.open)))
  if (unread > 0) parts.push(text('page_unread', count(unread)))
  return parts.join(' · ')
}

function Figures({ garments, others, open, unread, skipped }: PageSummary) {
  return (
    <dl>
      {figure('page_garments', garments)}
      {figure('page_others', others)}
      {figure('page_open', open)}
      {named('unread', unread)}
      {total(skipped) > 0 && <h3>{text('page_left_out')}</h3>}
      {named('left_out', skipped)}
    </dl>
  )
}

/** One row for each reason, the most frequent first. */
function named(prefix: 'unread' | 'left_out', counts: Record<string, number>) {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => figure(`${prefix}_${name}` as TextKey, count))
}

function figure(key: TextKey, value: number) {
  return value === 0 ? null : (
    <div key={key}>
      <dt>{text(key)}</dt>
      <dd>{count(value)}</dd>
    </div>
  )
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
