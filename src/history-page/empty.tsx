import { text } from '../platform/text.ts'
import { TagIcon } from '../ui/icons.tsx'

/** A history without a tag: how tags come. */
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

/** A search without a result. */
export function NothingFound({ onClear }: { onClear(): void }) {
  return (
    <div class="empty">
      <TagIcon />
      <h2>{text('found_nothing')}</h2>
      <p>{text('found_nothing_hint')}</p>
      <button type="button" class="choose" onClick={onClear}>
        {text('filters_clear')}
      </button>
    </div>
  )
}
