import type { Query } from '../../history/search/query.ts'
import { className } from '../../i18n/class-name.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { shownKindName } from '../../ui/format/label-name.ts'
import { lastDayBefore, startOf } from '../view/day.ts'

/** A filter that is set. */
export interface ActiveFilter {
  name: string
  /** The query without this filter. */
  without: Query
}

/** Lists the filters of a query one by one, with names in the browser's language. */
export function activeFilters(query: Query, language: string): ActiveFilter[] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const filters: ActiveFilter[] = []
  const add = (name: string, change: Query) => filters.push({ name, without: { ...query, ...change } })
  const { words = '', garments = [], kinds = [], sites = [], colours = [], from, until, minConfidence, by } = query
  if (words.trim()) add(text('filter_words', words.trim()), { words: '' })
  for (const garment of garments) add(className(garment), { garments: garments.filter(one => one !== garment) })
  for (const kind of kinds) add(shownKindName(kind), { kinds: kinds.filter(one => one !== kind) })
  for (const colour of colours) add(text(`colour_${colour}`), { colours: colours.filter(one => one !== colour) })
  for (const site of sites) add(site, { sites: sites.filter(one => one !== site) })
  if (from !== undefined || until !== undefined) {
    const ends = [from, until === undefined ? undefined : startOf(lastDayBefore(until))]
    const [first, last] = ends.map(end => (end === undefined ? '' : day.format(end)))
    const name = !first
      ? text('filter_until', last ?? '')
      : last === first
        ? first
        : last
          ? text('filter_between', first, last)
          : text('filter_from', first)
    add(name, { from: undefined, until: undefined })
  }
  if (minConfidence !== undefined) {
    const least = text('find_at_least', percent(minConfidence))
    add(least, { minConfidence: undefined })
  }
  if (by === 'asked') add(text('find_asked'), { by: undefined })
  if (by === 'auto') add(text('filter_auto'), { by: undefined })
  if (query.isFavourite) add(text('find_favourites'), { isFavourite: undefined })
  return filters
}
