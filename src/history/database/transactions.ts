import type { IDBPTransaction, StoreNames } from 'idb'
import { toHistoryError } from '../history-error.ts'
import { openHistory } from './open-history.ts'
import type { HistoryDatabase, HistorySchema } from './schema.ts'

/** A transaction that may write to every store. */
export type WriteTransaction = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'readwrite'>

/**
 * Runs `work` on the database and turns its errors into HistoryErrors.
 * @throws HistoryError
 */
export async function readHistory<Result>(work: (database: HistoryDatabase) => Promise<Result>): Promise<Result> {
  try {
    return await work(await openHistory())
  } catch (cause) {
    throw toHistoryError(cause)
  }
}

/**
 * Writes everything that `work` asks for, or nothing. What is written survives a crash of the browser once this resolves.
 * A power cut may lose the last few seconds but never leaves a partial write: `strict` durability would cost a disk flush
 * for every tag, dozens on each shop page.
 * @throws HistoryError
 */
export async function changeHistory<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
  let transaction: WriteTransaction | undefined
  try {
    transaction = (await openHistory()).transaction(allStores, 'readwrite', { durability: 'relaxed' })
    // Awaited together: an aborted transaction also rejects its requests, and each rejection needs a handler.
    const [result] = await Promise.all([abortOnError(transaction, work), transaction.done])
    return result
  } catch (cause) {
    // A request only reports that it was aborted; the transaction knows why.
    throw toHistoryError(transaction?.error ?? cause, transaction !== undefined)
  }
}

const allStores: StoreNames<HistorySchema>[] = ['tags', 'thumbnails', 'embeddings', 'deleted', 'counts', 'about']

async function abortOnError<Result>(
  transaction: WriteTransaction,
  work: (transaction: WriteTransaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(transaction)
  } catch (cause) {
    if (!transaction.error) transaction.abort()
    throw cause
  }
}
