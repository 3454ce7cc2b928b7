import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { all, anchorAt, extendTo, nothing, toggle } from './selection.ts'

export interface SelectionState {
  count: number
  isAny: boolean
  has(id: string): boolean
  /** The selected ids in list order. */
  ids(): string[]
  toggle(id: string): void
  anchor(index: number): void
  /** Extends the range to an item. It starts at `from` if there is no anchor yet. */
  extend(from: number, to: number): void
  all(): void
  clear(): void
}

/** The selection of a list. Items that have left the list are no longer selected. */
export function useSelection(items: readonly Entry[]): SelectionState {
  const [selection, setSelection] = useState(nothing)
  const count = useMemo(
    () => (selection.ids.size === 0 ? 0 : items.filter(({ id }) => selection.ids.has(id)).length),
    [selection, items],
  )
  return {
    count,
    isAny: count > 0,
    has: id => selection.ids.has(id),
    ids: () => items.filter(({ id }) => selection.ids.has(id)).map(({ id }) => id),
    toggle: id => setSelection(toggle(selection, id)),
    anchor: index => setSelection(anchorAt(selection, items[index]?.id ?? '')),
    extend(from, to) {
      const started = selection.anchor === undefined ? anchorAt(selection, items[from]?.id ?? '') : selection
      setSelection(extendTo(started, items, to))
    },
    all: () => setSelection(all(items)),
    clear: () => setSelection(nothing),
  }
}
