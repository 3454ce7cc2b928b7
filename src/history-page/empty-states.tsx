import { text } from '../i18n/text.ts'
import { TagIcon } from '../ui/icons.tsx'

/** Explains an empty history: how to make tags. */
export function EmptyHistory() {
  return (
    <div class="empty">
      <TagIcon />
      <h2>{text('history_empty')}</h2>
      <p>{text('history_empty_how')}</p>
      <ul>
        <li>{text('history_empty_ask', text('menu_ask'))}</li>
        <li>{text('history_empty_site')}</li>
        <li>{text('history_empty_import')}</li>
      </ul>
    </div>
  )
}

/** Shown when a search finds nothing. */
export function NoResults({ onClear }: { onClear(): void }) {
  return <EmptyResults hint={text('found_nothing_hint')} way={text('filters_clear')} onWay={onClear} />
}

/** Shown when there are no other tags to compare with. */
export function NoSimilarTags({ onClear }: { onClear(): void }) {
  return <EmptyResults hint={text('similar_nothing')} way={text('similar_clear')} onWay={onClear} />
}

function EmptyResults({ hint, way, onWay }: { hint: string; way: string; onWay(): void }) {
  return (
    <div class="empty">
      <TagIcon />
      <h2>{text('found_nothing')}</h2>
      <p>{hint}</p>
      <button type="button" class="choose" onClick={onWay}>
        {way}
      </button>
    </div>
  )
}
