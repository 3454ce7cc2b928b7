import type { Query } from '../../history/search/query.ts'
import { type Sort, sorts } from '../../history/search/sort.ts'
import { language } from '../../i18n/language.ts'
import { type TextKey, text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'
import { activeFilters } from './active-filters.ts'

interface ResultsBarProps {
  query: Query
  /** Undefined while more may be found. */
  found: number | undefined
  /** Undefined if the list cannot be sorted. */
  sort: Sort | undefined
  onQuery(query: Query): void
  onSort(sort: Sort): void
}

/** Shows how many tags were found, the active filters and the sort order. */
export function ResultsBar({ query, found, sort, onQuery, onSort }: ResultsBarProps) {
  const filters = activeFilters(query, language())
  return (
    <div class="found-bar">
      <p class="found" role="status">
        {found === undefined ? text('history_reading') : text('found_count', count(found))}
      </p>
      {filters.length > 0 && (
        <ul class="in-force" aria-label={text('filters_in_force')}>
          {filters.map(({ name, without }, i) => (
            // A class and one of its kinds may have the same name.
            <li key={`${i} ${name}`}>
              <button
                type="button"
                class="chip"
                aria-label={text('filter_remove', name)}
                onClick={() => onQuery(without)}
              >
                {name}
                <CrossIcon />
              </button>
            </li>
          ))}
          <li>
            <button type="button" class="link" onClick={() => onQuery({})}>
              {text('filters_clear')}
            </button>
          </li>
        </ul>
      )}
      {sort && (
        <label class="sort">
          {text('sort')}
          <select value={sort} onChange={event => onSort(event.currentTarget.value as Sort)}>
            {sorts.map(name => (
              <option key={name} value={name}>
                {text(`sort_${name.replace('-', '_')}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
