import { useState } from 'preact/hooks'
import type { HistoryLoss } from '../../history/rescue/loss.ts'
import type { ListedTag } from '../../history/tag.ts'
import { text } from '../../i18n/text.ts'
import { SearchBox } from '../../ui/controls/search-box.tsx'
import { count } from '../../ui/format/count.ts'
import { LossNotice } from '../../ui/history/loss-notice.tsx'
import { TagIcon } from '../../ui/icons/icons.tsx'
import { LabelChips } from './label-chips.tsx'
import { everything, historyUrl, isEmpty, type Search } from './search.ts'
import { TagGrid } from './tag-grid.tsx'
import type { LatestDeletion } from './use-deletion.ts'
import type { Tags } from './use-tags.ts'

interface HistoryProps {
  tags: Tags
  search: Search
  onSearch(search: Search): void
  deletion: LatestDeletion
  /** A loss of the history that the user has not dismissed yet. */
  loss: HistoryLoss | undefined
  onDismissLoss(): void
  onFavourite(tag: ListedTag): void
}

/** The newest tags or those that match a search, and a link to the whole history. */
export function History({ tags, search, onSearch, deletion, loss, onDismissLoss, onFavourite }: HistoryProps) {
  const [gridFocusCount, setGridFocusCount] = useState(0)
  const trouble = deletion.trouble ?? tags.trouble
  const { shown, counts, total, isSearching } = tags
  const isNew = shown?.length === 0 && isEmpty(search)
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title" class="unseen" tabIndex={-1}>
        {text('history_title')}
      </h2>
      {trouble && (
        <p class="trouble" role="alert">
          {text(`history_${trouble}`)}
        </p>
      )}
      {loss && <LossNotice loss={loss} onDismiss={onDismissLoss} />}
      {isNew && !trouble && !loss && (
        <div class="empty">
          <TagIcon />
          <p>{text('history_empty')}</p>
          <p class="soft">{text('history_empty_hint', text('menu_ask'))}</p>
        </div>
      )}
      {shown && !isNew && (
        <>
          <SearchBox
            field={focusFirst}
            words={search.words}
            onWords={words => onSearch({ ...search, words })}
            onLeave={() => setGridFocusCount(gridFocusCount + 1)}
          />
          <LabelChips counts={counts} chosen={search} onChoose={labels => onSearch({ ...search, ...labels })} />
          <TagGrid tags={shown} focusCount={gridFocusCount} onDelete={deletion.remove} onFavourite={onFavourite} />
          {shown.length === 0 && (
            <div class="empty">
              <p>{text(isSearching ? 'history_searching' : 'found_nothing')}</p>
              <button type="button" class="choose" onClick={() => onSearch(everything)}>
                {text('search_clear')}
              </button>
            </div>
          )}
          {total > 0 && (
            <a class="all" href={historyUrl(search)} target="_blank" rel="noreferrer">
              {text(isEmpty(search) ? 'history_all' : 'history_all_found', count(total))}
            </a>
          )}
          <p class="unseen" role="status">
            {!isEmpty(search) && !isSearching && text('found_count', count(total))}
          </p>
        </>
      )}
    </section>
  )
}

/** Focuses the search box when the popup opens, so that the user can type at once. */
function focusFirst(field: HTMLInputElement | null): void {
  if (document.activeElement === document.body) field?.focus()
}
