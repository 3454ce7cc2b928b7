import { useEffect, useState } from 'preact/hooks'
import { text } from '../platform/text.ts'
import { TagIcon } from '../ui/drawings.tsx'
import { TagRow } from './tag-row.tsx'
import type { HistoryState } from './use-history.ts'

type HistoryProps = Pick<HistoryState, 'tags' | 'total' | 'trouble' | 'onMore' | 'onDelete'>

/** What was tagged, newest first. */
export function History({ tags, total, trouble, onMore, onDelete }: HistoryProps) {
  const now = useNow()
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" tabIndex={-1}>
        {text('history_title')}
        {total > 0 && <span class="count">{total.toLocaleString()}</span>}
      </h2>
      {trouble && (
        <p class="trouble" role="alert">
          {text(`history_${trouble}`)}
        </p>
      )}
      {tags?.length === 0 && !trouble && (
        <div class="empty">
          <TagIcon />
          <p>{text('history_empty')}</p>
          <p class="soft">{text('history_empty_hint', text('menu_ask'))}</p>
        </div>
      )}
      {tags && tags.length > 0 && (
        <ul class="tags">
          {tags.map(tag => (
            <TagRow key={tag.id} tag={tag} now={now} onDelete={onDelete} />
          ))}
        </ul>
      )}
      {tags && tags.length < total && (
        <button type="button" class="more" onClick={onMore}>
          {text('history_more')}
        </button>
      )}
    </section>
  )
}

/** The time, every half a minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
