import { text } from '../i18n/text.ts'
import { TagIcon } from '../ui/icons/icons.tsx'

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
  return <Nothing hint={text('found_nothing_hint')} way={text('filters_clear')} onWay={onClear} />
}

/** A history in which nothing is left to compare with. */
export function NothingAlike({ onClear }: { onClear(): void }) {
  return <Nothing hint={text('similar_nothing')} way={text('similar_clear')} onWay={onClear} />
}

function Nothing({ hint, way, onWay }: { hint: string; way: string; onWay(): void }) {
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
