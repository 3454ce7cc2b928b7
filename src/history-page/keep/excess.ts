import type { Entry } from '../../history/search/entry.ts'

/** How many of some tags a limit would delete: none of the favourites, nor of what a person asked about. */
export function excessOf(tags: readonly Entry[], limit: number): number {
  const removable = tags.filter(({ by, isFavourite }) => by === 'auto' && !isFavourite).length
  return Math.max(0, Math.min(removable, tags.length - limit))
}
