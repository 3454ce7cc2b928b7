/**
 * Why the history could not be read or written.
 * `full`: the disk or the browser's quota is full. `unwritable`: the history can be read but not written, as on a disk that
 * is read-only. `blocked`: another page of the extension holds an older version of the
 * database open. `private`: the browser keeps it from private windows. `unavailable`: the browser refuses storage, or the database
 * is damaged; `cause` has the details.
 */
export type HistoryTrouble = 'full' | 'unwritable' | 'blocked' | 'private' | 'unavailable'

/** The only error with which the functions of the history reject. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
  readonly trouble: HistoryTrouble

  constructor(trouble: HistoryTrouble, cause?: unknown) {
    super(`history: ${trouble}${cause === undefined ? '' : ` (${cause})`}`, { cause })
    this.trouble = trouble
  }
}

/**
 * Wraps whatever IndexedDB threw.
 * @param isWriting whether the database was open and was written to
 */
export function toHistoryError(cause: unknown, isWriting = false): HistoryError {
  if (cause instanceof HistoryError) return cause
  const { name, message } = cause instanceof Error ? cause : { name: '', message: '' }
  // Chromium calls a disk without room an unknown error, and tells only in its words.
  if (name === 'QuotaExceededError' || /NO_SPACE|full disk|disk full/i.test(message))
    return new HistoryError('full', cause)
  return new HistoryError(isWriting && DISK_ERRORS.includes(name) ? 'unwritable' : 'unavailable', cause)
}

/** What browsers call errors of the disk. */
const DISK_ERRORS = ['UnknownError', 'AbortError']
