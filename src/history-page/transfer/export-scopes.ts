import type { Entry } from '../../history/search/entry.ts'
import type { SelectionState } from '../selection/use-selection.ts'
import type { Exportable } from './export-dialog.tsx'

/**
 * What can be exported: what is selected first, then what was found, then all.
 * @param size of the whole history
 * @param isPart whether anything is left out of `items`
 */
export function exportScopes(
  size: number,
  items: readonly Entry[],
  isPart: boolean,
  choice: SelectionState,
): Exportable[] {
  return [
    ...(choice.isAny ? [{ scope: 'chosen' as const, count: choice.count, ids: choice.ids }] : []),
    ...(isPart && items.length > 0
      ? [{ scope: 'found' as const, count: items.length, ids: () => items.map(({ id }) => id) }]
      : []),
    { scope: 'all', count: size },
  ]
}
