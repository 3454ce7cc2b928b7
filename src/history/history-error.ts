/**
 * Why the history could not be read or written.
 * `full`: the disk or the browser's quota is full. `blocked`: another page of the extension holds an older version of the
 * database open. `unavailable`: the browser refuses storage, or the database is damaged; `cause` has the details.
 */
export type HistoryTrouble = 'full' | 'blocked' | 'unavailable'

/** The only error with which the functions of the history reject. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
  readonly trouble: HistoryTrouble

  constructor(trouble: HistoryTrouble, cause?: unknown) {
    super(`history: ${trouble}${cause === undefined ? '' : ` (${cause})`}`, { cause })
    this.trouble = trouble
  }
}

/** Wraps whatever IndexedDB threw. */
export function toHistoryError(cause: unknown): HistoryError {
  if (cause instanceof HistoryError) return cause
  const isFull = cause instanceof Error && cause.name === 'QuotaExceededError'
  return new HistoryError(isFull ? 'full' : 'unavailable', cause)
}
