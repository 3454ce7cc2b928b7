import { garments } from '../../apparel/classes.ts'
import { colourNames } from '../../colour/colour-name.ts'
import { isLabel, ownIdOf } from '../../history/labels.ts'
import { type Sort, sorts } from '../../history/search/sort.ts'
import { dayOf, lastDayBefore, startOf } from './day.ts'
import { removeEmptyFilters, type View } from './view.ts'

/**
 * Writes a view as the query string of the page's URL; '' for the default view:
 * `?q=red&class=Jacket&class=Hat&kind=Beanie&site=a.example&colour=blue&from=2026-11-01&until=2026-11-25&sure=80&by=asked&favourite=yes&sort=oldest&like=<id>`.
 * Days are local and inclusive; `sure` is a percentage.
 */
export function toParams({ query, sort, like }: View): string {
  const params = new URLSearchParams()
  if (query.words) params.set('q', query.words)
  for (const garment of query.garments ?? []) params.append('class', garment)
  for (const kind of query.kinds ?? []) params.append('kind', kind)
  for (const site of query.sites ?? []) params.append('site', site)
  for (const colour of query.colours ?? []) params.append('colour', colour)
  if (query.from !== undefined) params.set('from', dayOf(query.from))
  if (query.until !== undefined) params.set('until', lastDayBefore(query.until))
  if (query.minConfidence !== undefined) params.set('sure', `${Math.round(query.minConfidence * 100)}`)
  if (query.by) params.set('by', query.by)
  if (query.isFavourite) params.set('favourite', 'yes')
  if (sort !== 'newest') params.set('sort', sort)
  if (like) params.set('like', like)
  return params.size > 0 ? `?${params}` : ''
}

/** Reads a view from a query string. Ignores invalid values. */
export function fromParams(search: string): View {
  const params = new URLSearchParams(search)
  const from = startOf(params.get('from') ?? '')
  const until = startOf(params.get('until') ?? '') && startOf(params.get('until') ?? '', 1)
  const sure = Number(params.get('sure'))
  const by = params.get('by')
  const like = params.get('like') ?? ''
  return {
    query: removeEmptyFilters({
      words: params.get('q') ?? '',
      garments: intersection(garments, params.getAll('class')),
      // Tags may have kinds that this version does not know.
      kinds: [...new Set(params.getAll('kind'))].filter(kind => isLabel(kind) || ownIdOf(kind) !== undefined),
      sites: params.getAll('site').filter(site => site !== ''),
      colours: intersection(colourNames, params.getAll('colour')),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(sure > 0 && sure <= 100 && { minConfidence: sure / 100 }),
      ...((by === 'asked' || by === 'auto') && { by }),
      ...(params.get('favourite') === 'yes' && { isFavourite: true }),
    }),
    sort: intersection<Sort>(sorts, params.getAll('sort'))[0] ?? 'newest',
    ...(isId(like) && { like }),
  }
}

/** Reads the id of the open tag from a URL fragment, `#tag=<id>`. */
export function tagOf(hash: string): string | undefined {
  const id = /^#tag=(.*)$/.exec(hash)?.[1] ?? ''
  return isId(id) ? id : undefined
}

function isId(text: string): boolean {
  return /^[\da-f]{64}$/.test(text)
}

function intersection<Item extends string>(all: readonly Item[], given: readonly string[]): Item[] {
  return all.filter(item => given.includes(item))
}
