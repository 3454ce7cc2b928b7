import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import type { SelectionState } from './use-selection.ts'

interface SelectionBarProps {
  selection: SelectionState
  /** Number of items in the list. */
  found: number
  /** Whether every selected item is a favourite. */
  areFavourites: boolean
  onClear(): void
  /** The user wants to say what they show. */
  onName(): void
  onFavourite(ids: string[], isFavourite: boolean): void
  onExport(): void
  onDelete(ids: string[]): void
}

/** What can be done with the selected tags. Replaces the bar above the grid. */
export function SelectionBar({
  selection,
  found,
  areFavourites,
  onClear,
  onName,
  onFavourite,
  onExport,
  onDelete,
}: SelectionBarProps) {
  return (
    <div class="found-bar" data-choice role="toolbar" aria-label={text('choice')}>
      <p class="found" role="status">
        {text('choice_count', count(selection.count))}
      </p>
      {selection.count < found && (
        <button type="button" class="link" onClick={selection.all}>
          {text('choice_all', count(found))}
        </button>
      )}
      <button type="button" class="link" onClick={onClear}>
        {text('choice_none')}
      </button>
      <div class="acts">
        <button type="button" class="choose" onClick={onName}>
          {text('choose_these')}
        </button>
        <button type="button" class="choose" onClick={() => onFavourite(selection.ids(), !areFavourites)}>
          {text(areFavourites ? 'favourite_remove' : 'favourite_add')}
        </button>
        <button type="button" class="choose" onClick={onExport}>
          {text('export')}
        </button>
        <button type="button" class="choose danger" onClick={() => onDelete(selection.ids())}>
          {text('delete')}
        </button>
      </div>
    </div>
  )
}
