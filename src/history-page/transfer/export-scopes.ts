import type { Entry } from '../../history/search/entry.ts'
import type { SelectionState } from '../selection/use-selection.ts'
import type { ExportScope } from './export-dialog.tsx'

/**
 * Lists what can be exported: the selection first, then the results, then everything.
 * @param size number of tags in the history
 * @param isPart whether `items` is only a part of the history
 */
export function exportScopes(
  size: number,
  items: readonly Entry[],
  isPart: boolean,
  selection: SelectionState,
): ExportScope[] {
  return [
    ...(selection.isAny ? [{ scope: 'chosen' as const, count: selection.count, ids: selection.ids }] : []),
    ...(isPart && items.length > 0
      ? [{ scope: 'found' as const, count: items.length, ids: () => items.map(({ id }) => id) }]
      : []),
    { scope: 'all', count: size },
  ]
}
