/**
 * Why the history could not be read or written.
 * `full`: no room on the disk or in the browser's quota. `blocked`: another page of the extension holds an older version
 * of the database open. `unavailable`: the browser refuses storage, or the database is damaged; `cause` says more.
 */
export type HistoryTrouble = 'full' | 'blocked' | 'unavailable'

/** The one error that the functions of the history reject with. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
  readonly trouble: HistoryTrouble

  constructor(trouble: HistoryTrouble, cause?: unknown) {
    super(`history: ${trouble}${cause === undefined ? '' : ` (${cause})`}`, { cause })
    this.trouble = trouble
  }
}

/** Names the trouble behind whatever IndexedDB threw. */
export function toHistoryError(cause: unknown): HistoryError {
  if (cause instanceof HistoryError) return cause
  const full = cause instanceof Error && cause.name === 'QuotaExceededError'
  return new HistoryError(full ? 'full' : 'unavailable', cause)
}
