import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { all, anchorAt, extendTo, nothing, toggle } from './selection.ts'

export interface SelectionState {
  count: number
  isAny: boolean
  has(id: string): boolean
  /** What is selected of the list, in its order. */
  ids(): string[]
  toggle(id: string): void
  anchor(index: number): void
  /** Draws a range to an item; from another where nothing was touched yet. */
  extend(from: number, to: number): void
  all(): void
  clear(): void
}

/** What is selected of a list; what has left the list is not. */
export function useSelection(items: readonly Entry[]): SelectionState {
  const [choice, setChoice] = useState(nothing)
  const count = useMemo(
    () => (choice.ids.size === 0 ? 0 : items.filter(({ id }) => choice.ids.has(id)).length),
    [choice, items],
  )
  return {
    count,
    isAny: count > 0,
    has: id => choice.ids.has(id),
    ids: () => items.filter(({ id }) => choice.ids.has(id)).map(({ id }) => id),
    toggle: id => setChoice(toggle(choice, id)),
    anchor: index => setChoice(anchorAt(choice, items[index]?.id ?? '')),
    extend(from, to) {
      const started = choice.anchor === undefined ? anchorAt(choice, items[from]?.id ?? '') : choice
      setChoice(extendTo(started, items, to))
    },
    all: () => setChoice(all(items)),
    clear: () => setChoice(nothing),
  }
}
