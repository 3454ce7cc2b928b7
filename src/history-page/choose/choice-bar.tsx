import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import type { ChoiceState } from './use-choice.ts'

interface ChoiceBarProps {
  choice: ChoiceState
  /** Items of the list. */
  found: number
  /** Whether all that is selected are favourites. */
  areFavourites: boolean
  onClear(): void
  onFavour(ids: string[], isFavourite: boolean): void
  onExport(): void
  onDelete(ids: string[]): void
}

/** What can be done with what is selected; it takes the place of the line above the grid. */
export function ChoiceBar({ choice, found, areFavourites, onClear, onFavour, onExport, onDelete }: ChoiceBarProps) {
  return (
    <div class="found-bar" data-choice role="toolbar" aria-label={text('choice')}>
      <p class="found" role="status">
        {text('choice_count', count(choice.count))}
      </p>
      {choice.count < found && (
        <button type="button" class="link" onClick={choice.all}>
          {text('choice_all', count(found))}
        </button>
      )}
      <button type="button" class="link" onClick={onClear}>
        {text('choice_none')}
      </button>
      <div class="acts">
        <button type="button" class="choose" onClick={() => onFavour(choice.ids(), !areFavourites)}>
          {text(areFavourites ? 'favourite_remove' : 'favourite_add')}
        </button>
        <button type="button" class="choose" onClick={onExport}>
          {text('export')}
        </button>
        <button type="button" class="choose danger" onClick={() => onDelete(choice.ids())}>
          {text('delete')}
        </button>
      </div>
    </div>
  )
}
