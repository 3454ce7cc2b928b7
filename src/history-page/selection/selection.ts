/** The selected ids of a list. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where a range starts: the item that was clicked last. */
  readonly anchor: string | undefined
  /** What was selected before that range. */
  readonly base: ReadonlySet<string>
}

export const nothing: Selection = { ids: new Set(), anchor: undefined, base: new Set() }

/** Selects or deselects an item. */
export function toggle({ ids }: Selection, id: string): Selection {
  const changed = new Set(ids)
  if (!changed.delete(id)) changed.add(id)
  return { ids: changed, anchor: id, base: changed }
}

/** Makes later ranges start at an item. */
export function anchorAt({ ids }: Selection, id: string): Selection {
  return { ids, anchor: id, base: ids }
}

/**
 * Selects the range from the anchor to an item, in addition to what was selected before. Replaces the previous range.
 * @param list in its order
 */
export function extendTo({ anchor, base }: Selection, list: readonly { id: string }[], to: number): Selection {
  const start = list.findIndex(({ id }) => id === anchor)
  const [first, last] = start < 0 ? [to, to] : [Math.min(start, to), Math.max(start, to)]
  const range = list.slice(first, last + 1).map(({ id }) => id)
  return { ids: new Set([...base, ...range]), anchor: start < 0 ? list[to]?.id : anchor, base }
}

/** Selects the whole list. */
export function all(list: readonly { id: string }[]): Selection {
  const ids = new Set(list.map(({ id }) => id))
  return { ids, anchor: list[0]?.id, base: ids }
}
