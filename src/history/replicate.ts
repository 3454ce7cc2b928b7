import { watchHistory } from './watch-history.ts'

/** Where a replica reads its value for each tag. */
export interface ReplicaSource<Value> {
  /** Reads the tags after an id, in id order: at most as many as can be processed without a pause. */
  readBatch(after: string | undefined): Promise<[id: string, value: Value][]>
  /** Reads the current values of some tags; undefined for those that are gone. */
  readSome(ids: readonly string[]): Promise<(Value | undefined)[]>
}

/** A copy of part of the history in memory. */
interface Replica<Value> {
  set(id: string, value: Value): void
  delete(id: string): void
  clear(): void
}

/**
 * Reads the whole history into a replica, batch by batch, and keeps it up to date with the changes of every context.
 * @param onChange called after each batch and each change
 * @param signal ends the replication
 * @param start the reading waits for it; changes are followed from now on
 * @returns a promise that resolves once everything is read; it rejects with a HistoryError
 */
export function replicate<Value>(
  source: ReplicaSource<Value>,
  replica: Replica<Value>,
  onChange: () => void,
  signal: AbortSignal,
  start: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  /** Tags that changed during the initial read, which may have read them before the change. */
  let changedWhileReading: Set<string> | undefined = new Set()
  /** Reads that began before the latest erasure are stale. */
  let erasures = 0

  watchHistory(change => {
    if (change.type === 'erased') {
      erasures++
      replica.clear()
      onChange()
    } else if ('ids' in change) {
      for (const id of change.ids) changedWhileReading?.add(id)
      // If the database is unavailable, the replica stays as it was.
      refresh(change.ids).catch(() => {})
    }
  }, signal)

  /** Reads the tags again rather than trusting the message: only the database knows their current state. */
  async function refresh(ids: readonly string[]): Promise<void> {
    const before = erasures
    const values = await source.readSome(ids)
    if (signal.aborted) return
    if (erasures !== before) return refresh(ids)
    values.forEach((value, i) => {
      if (value === undefined) replica.delete(ids[i] ?? '')
      else replica.set(ids[i] ?? '', value)
    })
    onChange()
  }

  async function readAll(): Promise<void> {
    await start
    let before = erasures
    let next = source.readBatch(undefined)
    for (;;) {
      const batch = await next
      if (signal.aborted) return
      if (erasures === before && batch.length === 0) break
      // The database reads the next batch while this one is processed. After an erasure, reading starts again.
      next = source.readBatch(erasures === before ? batch.at(-1)?.[0] : undefined)
      if (erasures === before) {
        for (const [id, value] of batch) replica.set(id, value)
        onChange()
      }
      before = erasures
    }
    const ids = [...(changedWhileReading ?? [])]
    changedWhileReading = undefined
    if (ids.length > 0) await refresh(ids)
  }
  return readAll()
}
