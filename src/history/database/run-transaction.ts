import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { toHistoryError } from '../history-error.ts'

/** A transaction that may write to every store. */
export type WriteTransactionOf<Schema extends DBSchema> = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>

/**
 * Runs `work` on a database and turns its errors into HistoryErrors.
 * @throws HistoryError
 */
export async function runReads<Schema extends DBSchema, Result>(
  open: () => Promise<IDBPDatabase<Schema>>,
  work: (database: IDBPDatabase<Schema>) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(await open())
  } catch (cause) {
    throw toHistoryError(cause)
  }
}

/**
 * Writes everything that `work` asks for, or nothing.
 * @param stores all stores of the database
 * @param durability `relaxed` survives a crash of the browser once this resolves, `strict` a power cut too
 * @throws HistoryError
 */
export async function runTransaction<Schema extends DBSchema, Result>(
  open: () => Promise<IDBPDatabase<Schema>>,
  stores: StoreNames<Schema>[],
  durability: 'relaxed' | 'strict',
  work: (transaction: WriteTransactionOf<Schema>) => Promise<Result>,
): Promise<Result> {
  let transaction: WriteTransactionOf<Schema> | undefined
  try {
    transaction = (await open()).transaction(stores, 'readwrite', { durability })
    // Awaited together: an aborted transaction also rejects its requests, and each rejection needs a handler.
    const [result] = await Promise.all([abortOnError(transaction, work), transaction.done])
    return result
  } catch (cause) {
    // A request only reports that it was aborted; the transaction knows why.
    throw toHistoryError(transaction?.error ?? cause, transaction !== undefined)
  }
}

async function abortOnError<Schema extends DBSchema, Result>(
  transaction: WriteTransactionOf<Schema>,
  work: (transaction: WriteTransactionOf<Schema>) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(transaction)
  } catch (cause) {
    if (!transaction.error) transaction.abort()
    throw cause
  }
}
