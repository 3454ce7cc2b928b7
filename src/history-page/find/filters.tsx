import type { Facets } from '../../history/search/facets.ts'
import type { Query } from '../../history/search/query.ts'
import { percent } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'
import { toggled } from '../view/view.ts'
import { ColourSwatches } from './colour-swatches.tsx'
import { DateFilter } from './date-filter.tsx'

interface FiltersProps {
  query: Query
  facets: Facets | undefined
  /** Whether the facets' counts are meaningful. */
  areCounted: boolean
  onQuery(query: Query): void
}

/** Options of the site filter; nobody reads a longer list. */
const MAX_SITES = 200

/** All filters except words and classes. */
export function Filters({ query, facets, areCounted, onQuery }: FiltersProps) {
  const sites = [...(facets?.sites ?? [])].filter(([site]) => !query.sites?.includes(site)).slice(0, MAX_SITES)
  const least = Math.round((query.minConfidence ?? 0) * 100)
  return (
    <>
      <div class="filter">
        <label class="check">
          <input
            type="checkbox"
            checked={query.isFavourite === true}
            onChange={event => onQuery({ ...query, isFavourite: event.currentTarget.checked || undefined })}
          />
          {text('find_favourites')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={query.by === 'asked'}
            onChange={event => onQuery({ ...query, by: event.currentTarget.checked ? 'asked' : undefined })}
          />
          {text('find_asked')}
        </label>
      </div>
      <ColourSwatches
        chosen={query.colours ?? []}
        counts={areCounted ? facets?.colours : undefined}
        onToggle={colour => onQuery({ ...query, colours: toggled(query.colours, colour) })}
      />
      <DateFilter from={query.from} until={query.until} onChange={days => onQuery({ ...query, ...days })} />
      <div class="filter">
        <label for="site">{text('find_site')}</label>
        <select
          id="site"
          value=""
          disabled={sites.length === 0}
          onChange={event => {
            const site = event.currentTarget.value
            // Keep showing the placeholder: the chosen sites are listed among the active filters.
            event.currentTarget.value = ''
            if (site) onQuery({ ...query, sites: [...(query.sites ?? []), site] })
          }}
        >
          <option value="">{text(query.sites?.length ? 'find_site_more' : 'find_site_any')}</option>
          {sites.map(([site, tags]) => (
            <option key={site} value={site}>
              {areCounted ? text('find_site_count', site, count(tags)) : site}
            </option>
          ))}
        </select>
      </div>
      <div class="filter">
        <label for="least">
          {text('find_least')}{' '}
          <output>{least > 0 ? text('find_at_least', percent(least / 100)) : text('find_any')}</output>
        </label>
        <input
          id="least"
          type="range"
          min={0}
          max={95}
          step={5}
          value={least}
          onInput={event => onQuery({ ...query, minConfidence: Number(event.currentTarget.value) / 100 || undefined })}
        />
      </div>
    </>
  )
}
