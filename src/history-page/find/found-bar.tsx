import type { Query } from '../../history/search/query.ts'
import { type Sort, sorts } from '../../history/search/sort.ts'
import { language } from '../../i18n/language.ts'
import { type TextKey, text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'
import { filtersInForce } from './filters-in-force.ts'

interface FoundBarProps {
  query: Query
  /** Undefined while there may be more. */
  found: number | undefined
  /** Undefined where the list has an order of its own. */
  sort: Sort | undefined
  onQuery(query: Query): void
  onSort(sort: Sort): void
}

/** How much was found, by which filters, in which order. */
export function FoundBar({ query, found, sort, onQuery, onSort }: FoundBarProps) {
  const filters = filtersInForce(query, language())
  return (
    <div class="found-bar">
      <p class="found" role="status">
        {found === undefined ? text('history_reading') : text('found_count', count(found))}
      </p>
      {filters.length > 0 && (
        <ul class="in-force" aria-label={text('filters_in_force')}>
          {filters.map(({ name, without }) => (
            <li key={name}>
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
