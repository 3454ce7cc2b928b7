/** What is selected of a list, by ids. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where a range starts: the one that was touched last. */
  readonly anchor: string | undefined
  /** What was selected beside the range that starts there. */
  readonly base: ReadonlySet<string>
}

export const nothing: Selection = { ids: new Set(), anchor: undefined, base: new Set() }

/** Selects one, or not any more. */
export function toggle({ ids }: Selection, id: string): Selection {
  const changed = new Set(ids)
  if (!changed.delete(id)) changed.add(id)
  return { ids: changed, anchor: id, base: changed }
}

/** Starts later ranges at an id. */
export function anchorAt({ ids }: Selection, id: string): Selection {
  return { ids, anchor: id, base: ids }
}

/**
 * Selects all from the anchor to an item, beside what was selected before; a range that was drawn further shrinks again.
 * @param list in its order
 */
export function extendTo({ anchor, base }: Selection, list: readonly { id: string }[], to: number): Selection {
  const start = list.findIndex(({ id }) => id === anchor)
  const [first, last] = start < 0 ? [to, to] : [Math.min(start, to), Math.max(start, to)]
  const range = list.slice(first, last + 1).map(({ id }) => id)
  return { ids: new Set([...base, ...range]), anchor: start < 0 ? list[to]?.id : anchor, base }
}

/** Selects a whole list. */
export function all(list: readonly { id: string }[]): Selection {
  const ids = new Set(list.map(({ id }) => id))
  return { ids, anchor: list[0]?.id, base: ids }
}
