import { openDB } from 'idb'
import { HistoryError, toHistoryError } from '../history-error.ts'
import { lastSaveFailure } from '../save-failure.ts'
import { DATABASE_NAME, DATABASE_VERSION, type HistoryDatabase, type HistorySchema } from './schema.ts'
import { upgrade } from './upgrade.ts'

let connection: Promise<HistoryDatabase> | undefined

/**
 * Opens the database. Each context has one connection, which is reopened after the browser or a newer version of the
 * extension has closed it.
 * @throws HistoryError `blocked` or `unavailable`
 */
export function openHistory(): Promise<HistoryDatabase> {
  if (!connection) {
    const opening = open()
    opening.catch(() => discard(opening))
    connection = opening
  }
  return connection
}

function open(): Promise<HistoryDatabase> {
  return new Promise((resolve, reject) => {
    let isBlocked = false
    openDB<HistorySchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade,
      blocked() {
        isBlocked = true
        reject(new HistoryError('blocked'))
      },
      // A newer version of the extension is waiting for this connection to close.
      blocking(_current, _newer, event) {
        ;(event.target as IDBDatabase).close()
        connection = undefined
      },
      terminated() {
        connection = undefined
      },
    }).then(
      database => (isBlocked ? database.close() : resolve(database)),
      cause => reject(openingError(cause)),
    )
  })
}

/** After a failed write, browsers refuse to open the database again, and no longer say why. */
function openingError(cause: unknown): HistoryError {
  const error = toHistoryError(cause)
  const earlier = lastSaveFailure()
  return error.trouble === 'unavailable' && earlier ? new HistoryError(earlier, cause) : error
}

function discard(failed: Promise<unknown>): void {
  if (connection === failed) connection = undefined
}
