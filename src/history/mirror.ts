import { watchHistory } from './watch-history.ts'

/** Where a copy in memory gets what it holds of each tag. */
export interface Source<Value> {
  /** The tags after an id, in the order of ids: at most so many as are worked through without a pause. */
  part(after: string | undefined): Promise<[id: string, value: Value][]>
  /** What there is of some tags now; undefined of those that are gone. */
  some(ids: readonly string[]): Promise<(Value | undefined)[]>
}

/** A copy in memory. */
export interface Copy<Value> {
  set(id: string, value: Value): void
  delete(id: string): void
  clear(): void
}

/**
 * Reads all of the history into a copy, part by part, and then keeps to what any context changes.
 * @param onChange called after each part and each change
 * @param signal ends it
 * @returns a promise of the whole; it rejects with a HistoryError
 */
export function mirror<Value>(
  source: Source<Value>,
  copy: Copy<Value>,
  onChange: () => void,
  signal: AbortSignal,
): Promise<void> {
  /** What changed while all was being read: it may have been read before it changed. */
  let touched: Set<string> | undefined = new Set()
  /** What was asked for before the latest one counts no more. */
  let erasures = 0

  watchHistory(change => {
    if (change.type === 'erased') {
      erasures++
      copy.clear()
      onChange()
    } else if ('ids' in change) {
      for (const id of change.ids) touched?.add(id)
      // Where the database is gone, the copy stays as it was.
      refresh(change.ids).catch(() => {})
    }
  }, signal)

  /** Whatever is said of tags, the database knows what they are now. */
  async function refresh(ids: readonly string[]): Promise<void> {
    const before = erasures
    const values = await source.some(ids)
    if (signal.aborted) return
    if (erasures !== before) return refresh(ids)
    values.forEach((value, i) => {
      if (value === undefined) copy.delete(ids[i] ?? '')
      else copy.set(ids[i] ?? '', value)
    })
    onChange()
  }

  async function readAll(): Promise<void> {
    let before = erasures
    let next = source.part(undefined)
    for (;;) {
      const part = await next
      if (signal.aborted) return
      if (erasures === before && part.length === 0) break
      // The database reads the next part while this one is taken in. After an erasure all begins anew.
      next = source.part(erasures === before ? part.at(-1)?.[0] : undefined)
      if (erasures === before) {
        for (const [id, value] of part) copy.set(id, value)
        onChange()
      }
      before = erasures
    }
    const ids = [...(touched ?? [])]
    touched = undefined
    if (ids.length > 0) await refresh(ids)
  }
  return readAll()
}
