import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'
import { isInPrivateWindow } from '../../platform/private-window.ts'
import { HistoryError, toHistoryError } from '../history-error.ts'
import { lastSaveFailure } from '../save-failure.ts'

/**
 * Connects to a database on demand. Each context has one connection, which is reopened after the browser or a newer version
 * of the extension has closed it.
 * @returns a function that opens the database; it rejects with a HistoryError `blocked`, `private` or `unavailable`
 */
export function connectTo<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): () => Promise<IDBPDatabase<Schema>> {
  let connection: Promise<IDBPDatabase<Schema>> | undefined

  function open(): Promise<IDBPDatabase<Schema>> {
    return new Promise((resolve, reject) => {
      let isBlocked = false
      openDB<Schema>(name, version, {
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

  return () => {
    if (!connection) {
      const opening = open()
      opening.catch(() => {
        if (connection === opening) connection = undefined
      })
      connection = opening
    }
    return connection
  }
}

/** Private windows first. After a failed write, browsers refuse to open the database again, and no longer say why. */
function openingError(cause: unknown): HistoryError {
  if (isInPrivateWindow()) return new HistoryError('private', cause)
  const error = toHistoryError(cause)
  const earlier = lastSaveFailure()
  return error.trouble === 'unavailable' && earlier ? new HistoryError(earlier, cause) : error
}
